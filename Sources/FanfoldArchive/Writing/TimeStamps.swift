/// The time stamps of a finished container. libzip before 1.11 sends the time it is asked to write
/// through the machine's time zone and back, and there an hour of the year does not exist: what it
/// wrote is written over, so that a container is the same wherever it is made.
struct TimeStamps {
  let time: DOSTime

  /// Sets the time of every file, in the central directory and before the file itself (APPNOTE
  /// §4.3.7, §4.3.12, §4.3.16). A container of more than 4 GB keeps what libzip wrote.
  func write(into bytes: inout [UInt8]) {
    let endRecord = bytes.count - 22
    guard endRecord >= 0 else { return }
    var entry = Self.number(bytes, at: endRecord + 16)
    while entry + 46 <= endRecord, Self.number(bytes, at: entry) == 0x0201_4B50 {
      let local = Self.number(bytes, at: entry + 42)
      guard local + 30 <= entry else { return }
      write(into: &bytes, at: entry + 12)
      write(into: &bytes, at: local + 10)
      let lengths = [28, 30, 32].map { Self.number(bytes, at: entry + $0) & 0xFFFF }
      entry += 46 + lengths.reduce(0, +)
    }
  }

  private func write(into bytes: inout [UInt8], at offset: Int) {
    let stamp = UInt32(time.date) << 16 | UInt32(time.time)
    for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: stamp >> (8 * index)) }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
