// Nothing to call: it is enough that these files are linked in.
