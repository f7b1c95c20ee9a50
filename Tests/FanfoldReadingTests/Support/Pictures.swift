/// A picture four pixels wide and four high, made for the tests.
enum Pictures {
  static let address = "data:image/png;base64," + encoded

  /// The PNG in base 64.
  static let encoded = """
    iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAFElEQVR42mM8IcfFAANMDE\
    gANwcAMKIA+DRAIoQAAAAASUVORK5CYII=
    """

  static let svg = Array(
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><path d='M0 0h9'/></svg>".utf8)
}
