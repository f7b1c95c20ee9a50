internal import CDrawing

/// A pattern that fills a field of a cover. Which one, and how wide it runs, the story's digest decides.
enum Ornament: CaseIterable {
  case waves, rays, lattice, rings, hills, petals, stars

  /// Draws light lines within a deep field; `scale` is the distance of the pattern's repeats in pixels.
  ///
  /// One path at full strength, weakened when it is there: Cairo draws that ten times as fast as many faint lines. The
  /// field is as wide as the page; of the light in it, so many parts of 256 stay.
  func draw(
    on canvas: Canvas, x: Double, y: Double, width: Double, height: Double, scale: Double,
    strength: UInt16
  ) {
    canvas.within(x: x, y: y, width: width, height: height) {
      // Letters get the finest edges, lines the sixteen steps that the picture has.
      canvas.drawing.cairo_set_antialias(canvas.context, Int32(CAIRO_ANTIALIAS_FAST))
      let field = Field(canvas: canvas, x: x, y: y, width: width, height: height, scale: scale)
      switch self {
      case .waves: field.drawWaves()
      case .rays: field.drawRays()
      case .lattice: field.drawLattice()
      case .rings: field.drawRings()
      case .hills: field.drawHills()
      case .petals: field.drawPetals()
      case .stars: field.drawStars()
      }
    }
    canvas.weaken(y: Int(y), height: Int(height), to: strength)
  }
}

/// A field and the pen on it.
private struct Field {
  let canvas: Canvas
  let x, y, width, height, scale: Double

  private var pen: OpaquePointer { canvas.context }
  private static let turn = 2 * Double.pi

  private func stroke() {
    canvas.drawing.cairo_set_line_width(pen, 3)
    canvas.drawing.cairo_stroke(pen)
  }

  /// The points of a grid that covers the field, every other row moved by half a step.
  private func forEachPoint(
    step: (x: Double, y: Double), _ draw: (_ x: Double, _ y: Double, _ row: Int) -> Void
  ) {
    let rows = Int(height / step.y) + 2
    let columns = Int(width / step.x) + 2
    for row in 0...rows {
      for column in 0...columns {
        let shift = row.isMultiple(of: 2) ? 0 : step.x / 2
        draw(x + Double(column) * step.x - shift, y + Double(row) * step.y, row)
      }
    }
  }

  private func arc(_ x: Double, _ y: Double, _ radius: Double, from start: Double, to end: Double) {
    canvas.drawing.cairo_new_sub_path(pen)
    canvas.drawing.cairo_arc(pen, x, y, radius, start, end)
  }

  /// Scales of a fish, or a sea.
  func drawWaves() {
    forEachPoint(step: (scale, scale / 4)) { x, y, _ in
      for part in [0.5, 0.36, 0.22] {
        arc(x, y + scale / 4, scale * part * 0.98, from: .pi * 1.17, to: .pi * 1.83)
      }
    }
    stroke()
  }

  func drawRays() {
    let middle = (x: x + width / 2, y: y + height)
    let count = max(18, Int(4200 / scale))
    let reach = width + height
    for index in 0..<count {
      let (sine, cosine) = Self.direction(Double(index) / Double(count) * 0.5)
      canvas.drawing.cairo_move_to(
        pen, middle.x - cosine * scale * 1.4, middle.y - sine * scale * 1.4)
      canvas.drawing.cairo_line_to(pen, middle.x - cosine * reach, middle.y - sine * reach)
    }
    for radius in [1.2, 1.0, 0.8] {
      arc(middle.x, middle.y, scale * radius, from: 0, to: Self.turn)
    }
    stroke()
  }

  func drawLattice() {
    forEachPoint(step: (scale, scale / 2)) { x, y, _ in
      for part in [0.5, 0.3] {
        let half = scale * part
        canvas.drawing.cairo_move_to(pen, x - half, y)
        canvas.drawing.cairo_line_to(pen, x, y - half)
        canvas.drawing.cairo_line_to(pen, x + half, y)
        canvas.drawing.cairo_line_to(pen, x, y + half)
        canvas.drawing.cairo_close_path(pen)
      }
    }
    stroke()
  }

  func drawRings() {
    forEachPoint(step: (scale, scale * 0.866)) { x, y, _ in
      arc(x, y, scale * 0.577, from: 0, to: Self.turn)
    }
    stroke()
  }

  /// Hills behind hills.
  func drawHills() {
    let count = max(5, Int(height / scale * 2.4))
    for index in 0..<count {
      let base = y + height * (0.18 + 0.82 * Double(index) / Double(count))
      let swing = scale * 0.42
      canvas.drawing.cairo_move_to(pen, x - scale, base)
      var place = x - scale - Double(index % 3) * scale * 0.7
      var isUp = index.isMultiple(of: 2)
      while place < x + width + scale {
        let next = place + scale * 1.6
        let bend = isUp ? base - swing : base + swing
        canvas.drawing.cairo_curve_to(
          pen, place + scale * 0.6, bend, next - scale * 0.6, bend, next, base)
        place = next
        isUp.toggle()
      }
    }
    stroke()
  }

  func drawPetals() {
    let half = scale / 2
    forEachPoint(step: (scale, scale / 2)) { x, y, _ in
      for corner in [(1.0, 1.0), (-1, 1)] {
        canvas.drawing.cairo_move_to(pen, x, y - half * corner.1)
        canvas.drawing.cairo_curve_to(
          pen, x + half * 0.55 * corner.0, y - half * 0.55, x + half * 0.55 * corner.0,
          y + half * 0.55, x, y + half * corner.1)
      }
    }
    stroke()
  }

  func drawStars() {
    forEachPoint(step: (scale, scale / 2)) { x, y, row in
      let size = row % 3 == 0 ? scale * 0.2 : scale * 0.11
      canvas.drawing.cairo_move_to(pen, x, y - size)
      for index in 1..<8 {
        let (sine, cosine) = Self.direction(Double(index) / 8)
        let radius = index.isMultiple(of: 2) ? size : size * 0.28
        canvas.drawing.cairo_line_to(pen, x + sine * radius, y - cosine * radius)
      }
      canvas.drawing.cairo_close_path(pen)
    }
    canvas.drawing.cairo_fill(pen)
  }

  /// Sine and cosine of a part of a turn, by their series: exact to a thousandth of a pixel, the same on every machine.
  private static func direction(_ part: Double) -> (sine: Double, cosine: Double) {
    func sine(_ part: Double) -> Double {
      var angle = (part - part.rounded()) * turn
      if angle > .pi / 2 { angle = .pi - angle } else if angle < -.pi / 2 { angle = -.pi - angle }
      let square = angle * angle
      return angle
        * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
    }
    return (sine(part), sine(part + 0.25))
  }
}
