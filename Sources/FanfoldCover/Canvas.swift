internal import CDrawing

/// A picture of one channel on which the light colour is drawn over the deep one: 0 is deep, 255 light. Drawing in one
/// channel takes a quarter of the time that colours take, and the palette makes them all the same.
final class Canvas {
  static let width = 1200
  static let height = 1800

  let drawing: DrawingLibrary
  let context: OpaquePointer
  private let surface: OpaquePointer

  init(_ drawing: DrawingLibrary) throws(CoverError) {
    self.drawing = drawing
    surface = drawing.cairo_image_surface_create(
      Int32(CAIRO_FORMAT_A8), Int32(Self.width), Int32(Self.height))
    context = drawing.cairo_create(surface)
    if drawing.cairo_status(context) != 0 {
      drawing.cairo_destroy(context)
      drawing.cairo_surface_destroy(surface)
      throw .outOfMemory
    }
    drawing.cairo_set_source_rgba(context, 1, 1, 1, 1)
  }

  deinit {
    drawing.cairo_destroy(context)
    drawing.cairo_surface_destroy(surface)
  }

  func fill(x: Double, y: Double, width: Double, height: Double) {
    drawing.cairo_rectangle(context, x, y, width, height)
    drawing.cairo_fill(context)
  }

  /// Makes deep what is light there, and the other way round. What is deep on light is drawn so: Cairo adds light
  /// many times as fast as it takes light away.
  func invert(y: Int, height: Int) { change(y: y, height: height) { ~$0 } }

  /// Leaves of what is light there so many parts of 256.
  func weaken(y: Int, height: Int, to parts: UInt16) {
    change(y: y, height: height) { UInt8(truncatingIfNeeded: (UInt16($0) &* parts) >> 8) }
  }

  private func change(y: Int, height: Int, _ change: (UInt8) -> UInt8) {
    drawing.cairo_surface_flush(surface)
    guard let data = drawing.cairo_image_surface_get_data(surface) else { return }
    let stride = Int(drawing.cairo_image_surface_get_stride(surface))
    let field = UnsafeMutableBufferPointer(start: data + y * stride, count: height * stride)
    for index in field.indices { field[index] = change(field[index]) }
    drawing.cairo_surface_mark_dirty(surface)
  }

  func frame(x: Double, y: Double, width: Double, height: Double, line: Double) {
    drawing.cairo_set_line_width(context, line)
    drawing.cairo_rectangle(context, x, y, width, height)
    drawing.cairo_stroke(context)
  }

  /// Draws only within a rectangle.
  func within(
    x: Double, y: Double, width: Double, height: Double, _ draw: () -> Void
  ) {
    drawing.cairo_save(context)
    drawing.cairo_rectangle(context, x, y, width, height)
    drawing.cairo_clip(context)
    drawing.cairo_new_path(context)
    draw()
    drawing.cairo_restore(context)
  }

  /// The rows as indices into so many steps from deep to light, each row after a 0.
  func rows(_ depth: IndexedPNG.Depth) -> [UInt8] {
    drawing.cairo_surface_flush(surface)
    guard let data = drawing.cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(drawing.cairo_image_surface_get_stride(surface))
    let rowLength = Self.width * depth.rawValue / 8 + 1
    return [UInt8](unsafeUninitializedCapacity: rowLength * Self.height) { buffer, count in
      for y in 0..<Self.height {
        let row = data + y * stride
        let out = buffer.baseAddress.map { $0 + y * rowLength }
        guard let out else { continue }
        out[0] = 0
        switch depth {
        case .four:
          for x in 0..<Self.width / 2 { out[1 + x] = row[2 * x] & 0xF0 | row[2 * x + 1] >> 4 }
        case .two:
          for x in 0..<Self.width / 4 {
            let pixels = row + 4 * x
            out[1 + x] =
              Self.quarter(pixels[0]) << 6 | Self.quarter(pixels[1]) << 4
              | Self.quarter(pixels[2]) << 2 | Self.quarter(pixels[3])
          }
        }
      }
      count = rowLength * Self.height
    }
  }

  /// The nearest of four steps.
  private static func quarter(_ value: UInt8) -> UInt8 { UInt8((Int(value) * 3 + 127) / 255) }
}
