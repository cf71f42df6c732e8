// libFuzzer in the program of the tests. It needs the main thread, where its clock rings, and what it
// calls is in Fuzzer.swift.
#include "FuzzDriver.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*read)(const uint8_t *, size_t));

// The linker lets these stand for `main` (`--wrap=main`).
int __real_main(int count, char **arguments);
int __wrap_main(int count, char **arguments);
int __wrap_main(int count, char **arguments) {
  if (!getenv("PAPERQ_FUZZ")) return __real_main(count, arguments);
  return LLVMFuzzerRunDriver(&count, &arguments, LLVMFuzzerTestOneInput);
}
