#include "drawing.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

static const char *const places[] = {
#ifdef __APPLE__
  "libpangocairo-1.0.0.dylib",
  "/opt/homebrew/lib/libpangocairo-1.0.0.dylib",
  "/usr/local/lib/libpangocairo-1.0.0.dylib",
#else
  "libpangocairo-1.0.so.0",
#endif
};

static const char *const names[] = {
#define NAME(result, name, parameters) #name,
  DRAWING_FUNCTIONS(NAME)
#undef NAME
};

static DrawingLibrary library;
static int is_loaded;

// All functions are found through the library that depends on all others.
static void load(void) {
  void *handle = NULL;
  for (size_t index = 0; handle == NULL && index < sizeof places / sizeof places[0]; index++)
    handle = dlopen(places[index], RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  void *functions[sizeof names / sizeof names[0]];
  _Static_assert(sizeof functions == sizeof library, "the structure holds functions only");
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++)
    if ((functions[index] = dlsym(handle, names[index])) == NULL) return;
  memcpy(&library, functions, sizeof library);
  is_loaded = 1;
}

const DrawingLibrary *drawing_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
