// libzip, loaded when the first container is written or read and not before: with the cryptography that it needs in its
// turn, it would take a fifth of the time of each start. Scripts/release links this in its place and names the library.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

// All that is called from `FanfoldArchive`, as zip.h declares it; the linker tells of one that is missing here.
#define FUNCTIONS(F)                                                                                                \
  F(int, zip_close, (zip_t * archive), (archive))                                                                   \
  F(void, zip_discard, (zip_t * archive), (archive))                                                                \
  F(void, zip_error_fini, (zip_error_t * error), (error))                                                           \
  F(void, zip_error_init, (zip_error_t * error), (error))                                                           \
  F(const char *, zip_error_strerror, (zip_error_t * error), (error))                                               \
  F(int, zip_fclose, (zip_file_t * file), (file))                                                                   \
  F(zip_int64_t, zip_file_add, (zip_t * archive, const char *name, zip_source_t *source, zip_flags_t flags),        \
    (archive, name, source, flags))                                                                                 \
  F(int, zip_file_set_dostime,                                                                                      \
    (zip_t * archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date, zip_flags_t flags),                 \
    (archive, index, time, date, flags))                                                                            \
  F(zip_file_t *, zip_fopen_index, (zip_t * archive, zip_uint64_t index, zip_flags_t flags),                        \
    (archive, index, flags))                                                                                        \
  F(zip_int64_t, zip_fread, (zip_file_t * file, void *bytes, zip_uint64_t count), (file, bytes, count))             \
  F(zip_int64_t, zip_get_num_entries, (zip_t * archive, zip_flags_t flags), (archive, flags))                       \
  F(zip_t *, zip_open_from_source, (zip_source_t * source, int flags, zip_error_t *error), (source, flags, error))  \
  F(int, zip_set_file_compression,                                                                                  \
    (zip_t * archive, zip_uint64_t index, zip_int32_t method, zip_uint32_t flags), (archive, index, method, flags)) \
  F(zip_source_t *, zip_source_buffer_create,                                                                       \
    (const void *bytes, zip_uint64_t count, int isFreed, zip_error_t *error), (bytes, count, isFreed, error))       \
  F(int, zip_source_close, (zip_source_t * source), (source))                                                       \
  F(void, zip_source_free, (zip_source_t * source), (source))                                                       \
  F(zip_source_t *, zip_source_function_create, (zip_source_callback answer, void *context, zip_error_t *error),    \
    (answer, context, error))                                                                                       \
  F(void, zip_source_keep, (zip_source_t * source), (source))                                                       \
  F(int, zip_source_open, (zip_source_t * source), (source))                                                        \
  F(zip_int64_t, zip_source_read, (zip_source_t * source, void *bytes, zip_uint64_t count), (source, bytes, count)) \
  F(int, zip_source_stat, (zip_source_t * source, zip_stat_t *stat), (source, stat))                                \
  F(int, zip_stat_index, (zip_t * archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *stat),                \
    (archive, index, flags, stat))                                                                                  \
  F(void, zip_stat_init, (zip_stat_t * stat), (stat))                                                               \
  F(const char *, zip_strerror, (zip_t * archive), (archive))

static struct {
#define MEMBER(result, name, parameters, arguments) result(*name) parameters;
  FUNCTIONS(MEMBER)
} library;

// Says what the system says when it cannot start a program for want of a library.
static void *found(void *symbol) {
  if (symbol != NULL) return symbol;
  fprintf(stderr, "fanfold: error while loading shared libraries: %s\n", dlerror());
  _Exit(127);
}

static void load(void) {
  void *handle = found(dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL));
#define FIND(result, name, parameters, arguments) library.name = (__typeof__(library.name))found(dlsym(handle, #name));
  FUNCTIONS(FIND)
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
#define FORWARD(result, name, parameters, arguments) \
  result name parameters {                           \
    pthread_once(&once, load);                       \
    return library.name arguments;                   \
  }
FUNCTIONS(FORWARD)
