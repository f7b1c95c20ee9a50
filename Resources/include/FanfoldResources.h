#pragma once
#include <stddef.h>

/// A file of this folder as it was when the program was built.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} FanfoldResource;

/// The file at `index`, or a null pointer past the last.
const FanfoldResource *_Nullable fanfold_resource(size_t index);

/// The file at `path`, or a null pointer when there is none.
const FanfoldResource *_Nullable fanfold_resource_at(const char *_Nonnull path);
