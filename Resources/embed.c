// The files of this folder, put into the program by `#embed` (C23; an extension in clang 19 and later).
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "FanfoldResources.h"

static const unsigned char theme_classic[] = {
#embed "themes/classic.css"
};

#define ROW(path, name) { path, name, sizeof name }
static const FanfoldResource resources[] = {
  ROW("themes/classic.css", theme_classic),
};

const FanfoldResource *fanfold_resource(size_t index) {
  return index < sizeof resources / sizeof resources[0] ? &resources[index] : NULL;
}
