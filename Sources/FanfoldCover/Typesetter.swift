internal import CDrawing

/// Sets lines of text so that they fit, whatever they say and in whatever script: Pango shapes, breaks and finds fonts.
final class Typesetter {
  /// How a text is to be set.
  struct Style {
    /// Families in order of preference, and the cut: "EB Garamond, Noto Serif, serif Bold".
    var font: String
    /// The greatest and the least size, in pixels.
    var sizes: ClosedRange<Double>
    var isCentred = true
    /// Space between letters, in hundredths of the size.
    var tracking = 0.0
    var lineSpacing: Float = 1
  }

  private let drawing: DrawingLibrary
  private let context: OpaquePointer

  init(_ drawing: DrawingLibrary) throws(CoverError) {
    self.drawing = drawing
    guard let fonts = drawing.pango_cairo_font_map_get_default() else { throw .noFonts }
    context = drawing.pango_font_map_create_context(fonts)
    drawing.pango_cairo_context_set_resolution(context, 72)
    // The same outlines at every place and on every screen.
    let options = drawing.cairo_font_options_create()
    drawing.cairo_font_options_set_antialias(options, Int32(CAIRO_ANTIALIAS_GRAY))
    drawing.cairo_font_options_set_hint_style(options, Int32(CAIRO_HINT_STYLE_NONE))
    drawing.cairo_font_options_set_hint_metrics(options, Int32(CAIRO_HINT_METRICS_OFF))
    drawing.pango_cairo_context_set_font_options(context, options)
    drawing.cairo_font_options_destroy(options)
  }

  deinit {
    drawing.g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// A text set for a width and a height, at the greatest size that fits.
  func set(_ text: String, _ style: Style, width: Double, height: Double) -> SetText {
    let set = SetText(text, style, context: context, drawing: drawing)
    var low = style.sizes.lowerBound
    var high = style.sizes.upperBound
    if set.fits(size: high, width: width, height: height) { low = high }
    while high - low > 2 {
      let middle = ((low + high) / 2).rounded()
      if set.fits(size: middle, width: width, height: height) {
        low = middle
      } else {
        high = middle
      }
    }
    if !set.fits(size: low, width: width, height: height) {
      set.force(size: low, width: width)
    }
    if style.isCentred { set.balance(width: width) }
    return set
  }
}

/// A text with its lines.
final class SetText {
  private let drawing: DrawingLibrary
  private let layout: OpaquePointer
  private let font: OpaquePointer
  private let style: Typesetter.Style
  /// The room it takes, in pixels.
  private(set) var height = 0.0
  /// The width it was set for.
  private(set) var width = 0.0

  init(
    _ text: String, _ style: Typesetter.Style, context: OpaquePointer, drawing: DrawingLibrary
  ) {
    self.drawing = drawing
    self.style = style
    layout = drawing.pango_layout_new(context)
    font = drawing.pango_font_description_from_string(style.font)
    drawing.pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let middle = style.isCentred ? PANGO_ALIGN_MIDDLE : PANGO_ALIGN_START
    drawing.pango_layout_set_alignment(layout, Int32(middle))
    drawing.pango_layout_set_line_spacing(layout, style.lineSpacing)
  }

  deinit {
    drawing.pango_font_description_free(font)
    drawing.g_object_unref(UnsafeMutableRawPointer(layout))
  }

  private static let unit = Double(PANGO_UNITS)

  private func measure(size: Double, width: Double, wrap: Int) -> PangoRectangle {
    drawing.pango_font_description_set_absolute_size(font, size * Self.unit)
    drawing.pango_layout_set_font_description(layout, font)
    if style.tracking != 0 {
      let list = drawing.pango_attr_list_new()
      let space = Int32(size * style.tracking / 100 * Self.unit)
      drawing.pango_attr_list_insert(list, drawing.pango_attr_letter_spacing_new(space))
      drawing.pango_layout_set_attributes(layout, list)
      drawing.pango_attr_list_unref(list)
    }
    drawing.pango_layout_set_wrap(layout, Int32(wrap))
    drawing.pango_layout_set_width(layout, Int32(width * Self.unit))
    var logical = PangoRectangle()
    drawing.pango_layout_get_extents(layout, nil, &logical)
    self.width = width
    height = Double(logical.height) / Self.unit
    return logical
  }

  /// Whether all words fit whole.
  func fits(size: Double, width: Double, height: Double) -> Bool {
    let room = measure(size: size, width: width, wrap: PANGO_WRAP_AT_WORDS)
    return Double(room.width) / Self.unit <= width + 0.5 && self.height <= height
  }

  /// Breaks words where nothing else helps.
  func force(size: Double, width: Double) {
    _ = measure(size: size, width: width, wrap: PANGO_WRAP_ANYWHERE)
  }

  /// Makes the lines as even as they can be: the least width with as many lines.
  func balance(width: Double) {
    let lines = drawing.pango_layout_get_line_count(layout)
    guard lines > 1 else { return }
    var (low, high) = (width / 2, width)
    while high - low > 8 {
      let middle = (low + high) / 2
      set(width: middle)
      let room = logicalWidth
      if drawing.pango_layout_get_line_count(layout) == lines, room <= middle + 0.5 {
        high = middle
      } else {
        low = middle
      }
    }
    set(width: high)
  }

  private func set(width: Double) {
    drawing.pango_layout_set_width(layout, Int32(width * Self.unit))
    self.width = width
  }

  private var logicalWidth: Double {
    var logical = PangoRectangle()
    drawing.pango_layout_get_extents(layout, nil, &logical)
    height = Double(logical.height) / Self.unit
    return Double(logical.width) / Self.unit
  }

  /// Draws the text with its upper left corner, or its middle when it is centred, at `x`.
  func draw(on canvas: Canvas, x: Double, y: Double) {
    drawing.cairo_move_to(canvas.context, style.isCentred ? x - width / 2 : x, y)
    drawing.pango_cairo_show_layout(canvas.context, layout)
    drawing.cairo_new_path(canvas.context)
  }
}
