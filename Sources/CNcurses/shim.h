#ifndef PAPERQ_CNCURSES_SHIM_H
#define PAPERQ_CNCURSES_SHIM_H

/* Without this, cchar_t and its functions are not declared (ncurses 6.4). */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <wchar.h>

/* From <term.h>, which would make the C library's termios a part of this module. */
extern int setupterm(const char *name, int descriptor, int *status);

/* A mutable global, which Swift refuses as not safe for concurrency. */
static inline WINDOW *paperq_stdscr(void) { return stdscr; }

/* A mutable global, which Swift refuses as not safe for concurrency. */
static inline WINDOW *paperq_curscr(void) { return curscr; }

/* A mutable global, which Swift refuses as not safe for concurrency. */
static inline int paperq_colors(void) { return COLORS; }

/* A mutable global, which Swift refuses as not safe for concurrency. */
static inline FILE *paperq_stdin(void) { return stdin; }

/* Declared only under _XOPEN_SOURCE, which a Swift target cannot define for the C library. */
static inline int paperq_wcwidth(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

/* Declared only under _GNU_SOURCE, which a Swift target cannot define for the C library. */
static inline int paperq_memory_file(const char *name) {
  extern int memfd_create(const char *, unsigned);
  return memfd_create(name, 1 /* closed on exec */);
}

/* Declared only under _GNU_SOURCE, which a Swift target cannot define for the C library. */
static inline int paperq_dup3(int from, int to, int flags) {
  extern int dup3(int, int, int);
  return dup3(from, to, flags);
}

/* mvcur, which writes to stdout whatever ncurses was given to write to, writing there. */
static inline void paperq_mvcur(FILE *output, int oldrow, int oldcolumn, int row, int column) {
  FILE *usual = stdout;
  stdout = output;
  mvcur(oldrow, oldcolumn, row, column);
  stdout = usual;
  fflush(output);
}

/* Macros with casts and shifts, which Swift does not import. */
static const attr_t paperq_bold = A_BOLD;
static const attr_t paperq_dim = A_DIM;
static const attr_t paperq_italic = A_ITALIC;
static const attr_t paperq_underline = A_UNDERLINE;
static const attr_t paperq_reverse = A_REVERSE;

#endif
