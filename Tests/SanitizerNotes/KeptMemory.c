// What is never freed on purpose: the state of signal handlers, of which one may still be running on
// another thread when they are taken away (`TerminalSignals.uninstall`).
#if __has_feature(address_sanitizer)
#include "SanitizerNotes.h"

const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
  return "leak:s14CursesTerminal0B7SignalsV14restoringBytes\n";
}
#endif
