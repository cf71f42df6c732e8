// What is never freed. On purpose: the state of signal handlers, of which one may still be running on
// another thread when they are taken away (`TerminalSignals.uninstall`), and what a global begins
// with (its initializer's name ends in `WZ`), where Swift marks a pointer in bits that it does not
// need, so that LeakSanitizer does not know it any more. By FoundationXML: what it says of a fault of a
// text. By FoundationNetworking, which alone calls libcurl: what that keeps of a request.
//
// To find the names of what is kept takes seconds, so that it is done for the program of the tests,
// which runs the same modules, and not for each of the thousands of paperqs that it starts.
#if __has_feature(address_sanitizer)
#define _GNU_SOURCE
#include "SanitizerNotes.h"

#include <errno.h>
#include <string.h>

const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
  return "leak:s14CursesTerminal0B7SignalsV14restoringBytes\n"
         "leak:_WZ$\n"
         "leak:_CFErrorCreateFromXMLInterface\n"
         "leak:libcurl.so\n";
}

int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void) { return strcmp(program_invocation_short_name, "paperq") == 0; }
#endif
