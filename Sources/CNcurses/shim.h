#ifndef PAPERQ_CNCURSES_SHIM_H
#define PAPERQ_CNCURSES_SHIM_H

/* Without this, get_wch, addwstr and cchar_t are not declared (ncurses 6.4). */
#define NCURSES_WIDECHAR 1
#include <curses.h>

#endif
