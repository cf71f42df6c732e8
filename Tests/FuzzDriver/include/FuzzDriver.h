// Nothing to call: it is enough that the driver is linked in.
