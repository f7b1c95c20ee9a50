// The files of this folder, put into the program by `#embed` (C23; an extension in clang 19 and later).
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "FanfoldResources.h"

static const unsigned char sites_fanfictions_fr[] = {
#embed "sites/fanfictions-fr.site"
};
static const unsigned char sites_mediaminer[] = {
#embed "sites/mediaminer.site"
};
static const unsigned char sites_royal_road[] = {
#embed "sites/royal-road.site"
};
static const unsigned char sites_wattpad[] = {
#embed "sites/wattpad.site"
};
static const unsigned char tables_break_words[] = {
#embed "tables/break-words.txt"
};
static const unsigned char tables_chrome[] = {
#embed "tables/chrome.txt"
};
static const unsigned char tables_endings[] = {
#embed "tables/endings.txt"
};
static const unsigned char tables_fandom_names[] = {
#embed "tables/fandom-names.txt"
};
static const unsigned char tables_fandom_signs[] = {
#embed "tables/fandom-signs.txt"
};
static const unsigned char tables_formats[] = {
#embed "tables/formats.txt"
};
static const unsigned char tables_header_labels[] = {
#embed "tables/header-labels.txt"
};
static const unsigned char tables_heading_words[] = {
#embed "tables/heading-words.txt"
};
static const unsigned char tables_languages[] = {
#embed "tables/languages.txt"
};
static const unsigned char tables_months[] = {
#embed "tables/months.txt"
};
static const unsigned char tables_not_a_story[] = {
#embed "tables/not-a-story.txt"
};
static const unsigned char tables_note_words[] = {
#embed "tables/note-words.txt"
};
static const unsigned char tables_nothing[] = {
#embed "tables/nothing.txt"
};
static const unsigned char tables_numerals[] = {
#embed "tables/numerals.txt"
};
static const unsigned char tables_ratings[] = {
#embed "tables/ratings.txt"
};
static const unsigned char tables_rules[] = {
#embed "tables/rules.txt"
};
static const unsigned char themes_classic[] = {
#embed "themes/classic.css"
};

#define FILE(path, name) { path, name, sizeof name }
static const FanfoldResource resources[] = {
  FILE("sites/fanfictions-fr.site", sites_fanfictions_fr),
  FILE("sites/mediaminer.site", sites_mediaminer),
  FILE("sites/royal-road.site", sites_royal_road),
  FILE("sites/wattpad.site", sites_wattpad),
  FILE("tables/break-words.txt", tables_break_words),
  FILE("tables/chrome.txt", tables_chrome),
  FILE("tables/endings.txt", tables_endings),
  FILE("tables/fandom-names.txt", tables_fandom_names),
  FILE("tables/fandom-signs.txt", tables_fandom_signs),
  FILE("tables/formats.txt", tables_formats),
  FILE("tables/header-labels.txt", tables_header_labels),
  FILE("tables/heading-words.txt", tables_heading_words),
  FILE("tables/languages.txt", tables_languages),
  FILE("tables/months.txt", tables_months),
  FILE("tables/not-a-story.txt", tables_not_a_story),
  FILE("tables/note-words.txt", tables_note_words),
  FILE("tables/nothing.txt", tables_nothing),
  FILE("tables/numerals.txt", tables_numerals),
  FILE("tables/ratings.txt", tables_ratings),
  FILE("tables/rules.txt", tables_rules),
  FILE("themes/classic.css", themes_classic),
};

const FanfoldResource *fanfold_resource(size_t index) {
  return index < sizeof resources / sizeof resources[0] ? &resources[index] : NULL;
}
