// The order of mutexes is told to ThreadSanitizer when the program is loaded; nothing is called.
