// Cairo and Pango, loaded when a cover is drawn and not before: linking them would cost every start of the program more
// than reading a story does. The functions are declared here as their libraries declare them (cairo 1.16, Pango 1.50,
// GObject 2.74; their interfaces are stable), so that no headers of theirs are needed.
#pragma once
#include <stdint.h>

typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo cairo_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoAttrList PangoAttrList;
typedef struct _PangoAttribute PangoAttribute;

/// In Pango units, 1024 to a pixel.
typedef struct {
  int x, y, width, height;
} PangoRectangle;

enum { CAIRO_FORMAT_A8 = 2 };
enum { CAIRO_ANTIALIAS_GRAY = 2, CAIRO_ANTIALIAS_FAST = 4 };
enum { CAIRO_HINT_STYLE_NONE = 1, CAIRO_HINT_METRICS_OFF = 1 };
enum { PANGO_UNITS = 1024 };
enum { PANGO_ALIGN_START = 0, PANGO_ALIGN_MIDDLE = 1 };
enum { PANGO_WRAP_AT_WORDS = 0, PANGO_WRAP_ANYWHERE = 2 };

#define DRAWING_FUNCTIONS(F)                                                                                        \
  F(cairo_surface_t *_Nonnull, cairo_image_surface_create, (int format, int width, int height))                     \
  F(unsigned char *_Nullable, cairo_image_surface_get_data, (cairo_surface_t *_Nonnull))                            \
  F(int, cairo_image_surface_get_stride, (cairo_surface_t *_Nonnull))                                               \
  F(void, cairo_surface_flush, (cairo_surface_t *_Nonnull))                                                         \
  F(void, cairo_surface_mark_dirty, (cairo_surface_t *_Nonnull))                                                    \
  F(void, cairo_surface_destroy, (cairo_surface_t *_Nonnull))                                                       \
  F(cairo_t *_Nonnull, cairo_create, (cairo_surface_t *_Nonnull))                                                   \
  F(void, cairo_destroy, (cairo_t *_Nonnull))                                                                       \
  F(int, cairo_status, (cairo_t *_Nonnull))                                                                         \
  F(void, cairo_save, (cairo_t *_Nonnull))                                                                          \
  F(void, cairo_restore, (cairo_t *_Nonnull))                                                                       \
  F(void, cairo_set_antialias, (cairo_t *_Nonnull, int))                                                            \
  F(void, cairo_set_source_rgba, (cairo_t *_Nonnull, double, double, double, double))                               \
  F(void, cairo_set_line_width, (cairo_t *_Nonnull, double))                                                        \
  F(void, cairo_new_path, (cairo_t *_Nonnull))                                                                      \
  F(void, cairo_new_sub_path, (cairo_t *_Nonnull))                                                                  \
  F(void, cairo_move_to, (cairo_t *_Nonnull, double, double))                                                       \
  F(void, cairo_line_to, (cairo_t *_Nonnull, double, double))                                                       \
  F(void, cairo_curve_to, (cairo_t *_Nonnull, double, double, double, double, double, double))                      \
  F(void, cairo_arc, (cairo_t *_Nonnull, double, double, double, double, double))                                   \
  F(void, cairo_close_path, (cairo_t *_Nonnull))                                                                    \
  F(void, cairo_rectangle, (cairo_t *_Nonnull, double, double, double, double))                                     \
  F(void, cairo_fill, (cairo_t *_Nonnull))                                                                          \
  F(void, cairo_stroke, (cairo_t *_Nonnull))                                                                        \
  F(void, cairo_clip, (cairo_t *_Nonnull))                                                                          \
  F(cairo_font_options_t *_Nonnull, cairo_font_options_create, (void))                                              \
  F(void, cairo_font_options_destroy, (cairo_font_options_t *_Nonnull))                                             \
  F(void, cairo_font_options_set_antialias, (cairo_font_options_t *_Nonnull, int))                                  \
  F(void, cairo_font_options_set_hint_style, (cairo_font_options_t *_Nonnull, int))                                 \
  F(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *_Nonnull, int))                               \
  F(PangoFontMap *_Nullable, pango_cairo_font_map_get_default, (void))                                              \
  F(PangoContext *_Nonnull, pango_font_map_create_context, (PangoFontMap *_Nonnull))                                \
  F(void, pango_cairo_context_set_resolution, (PangoContext *_Nonnull, double))                                     \
  F(void, pango_cairo_context_set_font_options, (PangoContext *_Nonnull, const cairo_font_options_t *_Nonnull))     \
  F(void, pango_cairo_show_layout, (cairo_t *_Nonnull, PangoLayout *_Nonnull))                                      \
  F(PangoLayout *_Nonnull, pango_layout_new, (PangoContext *_Nonnull))                                              \
  F(void, pango_layout_set_text, (PangoLayout *_Nonnull, const char *_Nonnull, int))                                \
  F(void, pango_layout_set_width, (PangoLayout *_Nonnull, int))                                                     \
  F(void, pango_layout_set_wrap, (PangoLayout *_Nonnull, int))                                                      \
  F(void, pango_layout_set_alignment, (PangoLayout *_Nonnull, int))                                                 \
  F(void, pango_layout_set_line_spacing, (PangoLayout *_Nonnull, float))                                            \
  F(void, pango_layout_set_font_description, (PangoLayout *_Nonnull, const PangoFontDescription *_Nullable))        \
  F(void, pango_layout_set_attributes, (PangoLayout *_Nonnull, PangoAttrList *_Nullable))                           \
  F(void, pango_layout_get_extents, (PangoLayout *_Nonnull, PangoRectangle *_Nullable, PangoRectangle *_Nullable))  \
  F(int, pango_layout_get_line_count, (PangoLayout *_Nonnull))                                                      \
  F(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *_Nonnull))                                            \
  F(PangoFontDescription *_Nonnull, pango_font_description_from_string, (const char *_Nonnull))                     \
  F(void, pango_font_description_set_absolute_size, (PangoFontDescription *_Nonnull, double))                       \
  F(void, pango_font_description_free, (PangoFontDescription *_Nonnull))                                            \
  F(PangoAttrList *_Nonnull, pango_attr_list_new, (void))                                                           \
  F(void, pango_attr_list_insert, (PangoAttrList *_Nonnull, PangoAttribute *_Nonnull))                              \
  F(void, pango_attr_list_unref, (PangoAttrList *_Nonnull))                                                         \
  F(PangoAttribute *_Nonnull, pango_attr_letter_spacing_new, (int))                                                 \
  F(void, g_object_unref, (void *_Nonnull))

/// The functions of the libraries, by their own names.
typedef struct {
#define FIELD(result, name, parameters) result (*_Nonnull name) parameters;
  DRAWING_FUNCTIONS(FIELD)
#undef FIELD
} DrawingLibrary;

/// The libraries, loaded by the first call; NULL where one of them or one of the functions is missing.
const DrawingLibrary *_Nullable drawing_library(void);
