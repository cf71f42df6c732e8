// The storage that all empty arrays share. Swift's standard library notes in it that it has no elements,
// which it never has, whenever an array that was to be filled stays empty: a write that changes nothing.
#if __has_feature(thread_sanitizer)
#include "SanitizerNotes.h"

const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) { return "race:_swiftEmptyArrayStorage\n"; }
#endif
