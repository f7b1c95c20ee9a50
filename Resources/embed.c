// The files of this folder, put into the program by `#embed` (C23; an extension in clang 19 and later).
// Written by Scripts/embed.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "FanfoldResources.h"

#include <string.h>

static const unsigned char grammars_aria[] = {
#embed "grammars/aria.txt"
};
static const unsigned char grammars_container2[] = {
#embed "grammars/container2.txt"
};
static const unsigned char grammars_container3[] = {
#embed "grammars/container3.txt"
};
static const unsigned char grammars_dtbook[] = {
#embed "grammars/dtbook.txt"
};
static const unsigned char grammars_dublin_core[] = {
#embed "grammars/dublin-core.txt"
};
static const unsigned char grammars_encryption[] = {
#embed "grammars/encryption.txt"
};
static const unsigned char grammars_encryption2[] = {
#embed "grammars/encryption2.txt"
};
static const unsigned char grammars_mapping[] = {
#embed "grammars/mapping.txt"
};
static const unsigned char grammars_mathml[] = {
#embed "grammars/mathml.txt"
};
static const unsigned char grammars_metadata[] = {
#embed "grammars/metadata.txt"
};
static const unsigned char grammars_ncx_by_type[] = {
#embed "grammars/ncx-by-type.txt"
};
static const unsigned char grammars_ncx[] = {
#embed "grammars/ncx.txt"
};
static const unsigned char grammars_opf2[] = {
#embed "grammars/opf2.txt"
};
static const unsigned char grammars_opf3[] = {
#embed "grammars/opf3.txt"
};
static const unsigned char grammars_signatures[] = {
#embed "grammars/signatures.txt"
};
static const unsigned char grammars_signatures2[] = {
#embed "grammars/signatures2.txt"
};
static const unsigned char grammars_skm[] = {
#embed "grammars/skm.txt"
};
static const unsigned char grammars_smil[] = {
#embed "grammars/smil.txt"
};
static const unsigned char grammars_svg_in_xhtml[] = {
#embed "grammars/svg-in-xhtml.txt"
};
static const unsigned char grammars_svg[] = {
#embed "grammars/svg.txt"
};
static const unsigned char grammars_svg11[] = {
#embed "grammars/svg11.txt"
};
static const unsigned char grammars_svg2[] = {
#embed "grammars/svg2.txt"
};
static const unsigned char grammars_xhtml_input[] = {
#embed "grammars/xhtml-input.txt"
};
static const unsigned char grammars_xhtml[] = {
#embed "grammars/xhtml.txt"
};
static const unsigned char grammars_xhtml2[] = {
#embed "grammars/xhtml2.txt"
};
static const unsigned char grammars_xml_signature[] = {
#embed "grammars/xml-signature.txt"
};
static const unsigned char grammars_xml_signature2[] = {
#embed "grammars/xml-signature2.txt"
};
static const unsigned char screens_archive_download[] = {
#embed "screens/archive-download.screen"
};
static const unsigned char screens_fanfiction_net_2008[] = {
#embed "screens/fanfiction-net-2008.screen"
};
static const unsigned char screens_fanfiction_net_2012[] = {
#embed "screens/fanfiction-net-2012.screen"
};
static const unsigned char screens_fanfiction_net[] = {
#embed "screens/fanfiction-net.screen"
};
static const unsigned char screens_fanfictions_fr[] = {
#embed "screens/fanfictions-fr.screen"
};
static const unsigned char screens_google_groups[] = {
#embed "screens/google-groups.screen"
};
static const unsigned char screens_livejournal[] = {
#embed "screens/livejournal.screen"
};
static const unsigned char screens_mediaminer[] = {
#embed "screens/mediaminer.screen"
};
static const unsigned char screens_reddit[] = {
#embed "screens/reddit.screen"
};
static const unsigned char screens_royal_road[] = {
#embed "screens/royal-road.screen"
};
static const unsigned char screens_xenforo[] = {
#embed "screens/xenforo.screen"
};
static const unsigned char sites_efiction_print[] = {
#embed "sites/efiction-print.site"
};
static const unsigned char sites_efiction[] = {
#embed "sites/efiction.site"
};
static const unsigned char sites_fanfictions_fr[] = {
#embed "sites/fanfictions-fr.site"
};
static const unsigned char sites_ficwad[] = {
#embed "sites/ficwad.site"
};
static const unsigned char sites_fimfiction[] = {
#embed "sites/fimfiction.site"
};
static const unsigned char sites_mediaminer[] = {
#embed "sites/mediaminer.site"
};
static const unsigned char sites_reddit_old[] = {
#embed "sites/reddit-old.site"
};
static const unsigned char sites_reddit[] = {
#embed "sites/reddit.site"
};
static const unsigned char sites_royal_road[] = {
#embed "sites/royal-road.site"
};
static const unsigned char sites_scribble_hub[] = {
#embed "sites/scribble-hub.site"
};
static const unsigned char sites_tumblr[] = {
#embed "sites/tumblr.site"
};
static const unsigned char sites_wattpad_page[] = {
#embed "sites/wattpad-page.site"
};
static const unsigned char sites_wattpad[] = {
#embed "sites/wattpad.site"
};
static const unsigned char sites_wordpress[] = {
#embed "sites/wordpress.site"
};
static const unsigned char tables_book_pages[] = {
#embed "tables/book-pages.txt"
};
static const unsigned char tables_break_words[] = {
#embed "tables/break-words.txt"
};
static const unsigned char tables_check_vocabularies[] = {
#embed "tables/check-vocabularies.txt"
};
static const unsigned char tables_check_words[] = {
#embed "tables/check-words.txt"
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
static const unsigned char tables_given_names[] = {
#embed "tables/given-names.txt"
};
static const unsigned char tables_header_labels[] = {
#embed "tables/header-labels.txt"
};
static const unsigned char tables_heading_words[] = {
#embed "tables/heading-words.txt"
};
static const unsigned char tables_hyphen_words[] = {
#embed "tables/hyphen-words.txt"
};
static const unsigned char tables_languages[] = {
#embed "tables/languages.txt"
};
static const unsigned char tables_letter_words[] = {
#embed "tables/letter-words.txt"
};
static const unsigned char tables_months[] = {
#embed "tables/months.txt"
};
static const unsigned char tables_name_particles[] = {
#embed "tables/name-particles.txt"
};
static const unsigned char tables_not_a_story_copied[] = {
#embed "tables/not-a-story-copied.txt"
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
static const unsigned char tables_story_addresses[] = {
#embed "tables/story-addresses.txt"
};
static const unsigned char themes_base[] = {
#embed "themes/base.css"
};
static const unsigned char themes_classic[] = {
#embed "themes/classic.css"
};
static const unsigned char themes_modern[] = {
#embed "themes/modern.css"
};
static const unsigned char themes_plain[] = {
#embed "themes/plain.css"
};

#define FILE(path, name) { path, name, sizeof name }
static const FanfoldResource resources[] = {
  FILE("grammars/aria.txt", grammars_aria),
  FILE("grammars/container2.txt", grammars_container2),
  FILE("grammars/container3.txt", grammars_container3),
  FILE("grammars/dtbook.txt", grammars_dtbook),
  FILE("grammars/dublin-core.txt", grammars_dublin_core),
  FILE("grammars/encryption.txt", grammars_encryption),
  FILE("grammars/encryption2.txt", grammars_encryption2),
  FILE("grammars/mapping.txt", grammars_mapping),
  FILE("grammars/mathml.txt", grammars_mathml),
  FILE("grammars/metadata.txt", grammars_metadata),
  FILE("grammars/ncx-by-type.txt", grammars_ncx_by_type),
  FILE("grammars/ncx.txt", grammars_ncx),
  FILE("grammars/opf2.txt", grammars_opf2),
  FILE("grammars/opf3.txt", grammars_opf3),
  FILE("grammars/signatures.txt", grammars_signatures),
  FILE("grammars/signatures2.txt", grammars_signatures2),
  FILE("grammars/skm.txt", grammars_skm),
  FILE("grammars/smil.txt", grammars_smil),
  FILE("grammars/svg-in-xhtml.txt", grammars_svg_in_xhtml),
  FILE("grammars/svg.txt", grammars_svg),
  FILE("grammars/svg11.txt", grammars_svg11),
  FILE("grammars/svg2.txt", grammars_svg2),
  FILE("grammars/xhtml-input.txt", grammars_xhtml_input),
  FILE("grammars/xhtml.txt", grammars_xhtml),
  FILE("grammars/xhtml2.txt", grammars_xhtml2),
  FILE("grammars/xml-signature.txt", grammars_xml_signature),
  FILE("grammars/xml-signature2.txt", grammars_xml_signature2),
  FILE("screens/archive-download.screen", screens_archive_download),
  FILE("screens/fanfiction-net-2008.screen", screens_fanfiction_net_2008),
  FILE("screens/fanfiction-net-2012.screen", screens_fanfiction_net_2012),
  FILE("screens/fanfiction-net.screen", screens_fanfiction_net),
  FILE("screens/fanfictions-fr.screen", screens_fanfictions_fr),
  FILE("screens/google-groups.screen", screens_google_groups),
  FILE("screens/livejournal.screen", screens_livejournal),
  FILE("screens/mediaminer.screen", screens_mediaminer),
  FILE("screens/reddit.screen", screens_reddit),
  FILE("screens/royal-road.screen", screens_royal_road),
  FILE("screens/xenforo.screen", screens_xenforo),
  FILE("sites/efiction-print.site", sites_efiction_print),
  FILE("sites/efiction.site", sites_efiction),
  FILE("sites/fanfictions-fr.site", sites_fanfictions_fr),
  FILE("sites/ficwad.site", sites_ficwad),
  FILE("sites/fimfiction.site", sites_fimfiction),
  FILE("sites/mediaminer.site", sites_mediaminer),
  FILE("sites/reddit-old.site", sites_reddit_old),
  FILE("sites/reddit.site", sites_reddit),
  FILE("sites/royal-road.site", sites_royal_road),
  FILE("sites/scribble-hub.site", sites_scribble_hub),
  FILE("sites/tumblr.site", sites_tumblr),
  FILE("sites/wattpad-page.site", sites_wattpad_page),
  FILE("sites/wattpad.site", sites_wattpad),
  FILE("sites/wordpress.site", sites_wordpress),
  FILE("tables/book-pages.txt", tables_book_pages),
  FILE("tables/break-words.txt", tables_break_words),
  FILE("tables/check-vocabularies.txt", tables_check_vocabularies),
  FILE("tables/check-words.txt", tables_check_words),
  FILE("tables/chrome.txt", tables_chrome),
  FILE("tables/endings.txt", tables_endings),
  FILE("tables/fandom-names.txt", tables_fandom_names),
  FILE("tables/fandom-signs.txt", tables_fandom_signs),
  FILE("tables/formats.txt", tables_formats),
  FILE("tables/given-names.txt", tables_given_names),
  FILE("tables/header-labels.txt", tables_header_labels),
  FILE("tables/heading-words.txt", tables_heading_words),
  FILE("tables/hyphen-words.txt", tables_hyphen_words),
  FILE("tables/languages.txt", tables_languages),
  FILE("tables/letter-words.txt", tables_letter_words),
  FILE("tables/months.txt", tables_months),
  FILE("tables/name-particles.txt", tables_name_particles),
  FILE("tables/not-a-story-copied.txt", tables_not_a_story_copied),
  FILE("tables/not-a-story.txt", tables_not_a_story),
  FILE("tables/note-words.txt", tables_note_words),
  FILE("tables/nothing.txt", tables_nothing),
  FILE("tables/numerals.txt", tables_numerals),
  FILE("tables/ratings.txt", tables_ratings),
  FILE("tables/rules.txt", tables_rules),
  FILE("tables/story-addresses.txt", tables_story_addresses),
  FILE("themes/base.css", themes_base),
  FILE("themes/classic.css", themes_classic),
  FILE("themes/modern.css", themes_modern),
  FILE("themes/plain.css", themes_plain),
};

static const size_t count = sizeof resources / sizeof resources[0];

const FanfoldResource *fanfold_resource(size_t index) {
  return index < count ? &resources[index] : NULL;
}

const FanfoldResource *fanfold_resource_at(const char *path) {
  for (size_t index = 0; index < count; index++) {
    if (strcmp(resources[index].path, path) == 0) return &resources[index];
  }
  return NULL;
}
