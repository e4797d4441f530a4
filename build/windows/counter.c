/* counter.exe: starts Python from the folder beside it, and nothing else's.
 *
 *     x86_64-w64-mingw32-gcc -municode -mwindows counter.c resource.o
 *
 * Python, its modules and the program lie in _internal; start.py there knows what to do with the arguments. */
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* Windows allows no longer path */
typedef int (*Python)(int, wchar_t **);
static wchar_t program[LONGEST], library[LONGEST], script[LONGEST];

int WINAPI wWinMain(HINSTANCE here, HINSTANCE before, PWSTR line, int shown) {
    (void)here, (void)before, (void)line, (void)shown;
    GetModuleFileNameW(NULL, program, LONGEST);
    wchar_t *end = wcsrchr(program, L'\\');
    int folder = end ? (int)(end - program) + 1 : 0;
    _snwprintf(library, LONGEST - 1, L"%.*ls_internal\\python311.dll", folder, program);
    _snwprintf(script, LONGEST - 1, L"%.*ls_internal\\start.py", folder, program);
    SetDllDirectoryW(L""); /* a library that lies in the current folder is never taken */
    HMODULE found = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    Python python = found ? (Python)(void *)GetProcAddress(found, "Py_Main") : NULL;
    wchar_t **words = malloc(sizeof(*words) * (size_t)(__argc + 2));
    if (!python || !words) {
        MessageBoxW(NULL, L"Some of Counter's files are missing. Set Counter up again: no customer is lost.",
                    L"Counter", MB_ICONERROR);
        return 1;
    }
    words[0] = program;
    words[1] = script;
    for (int at = 1; at <= __argc; at++) /* the last one is the end of the list */
        words[at + 1] = __wargv[at];
    return python(__argc + 1, words);
}
