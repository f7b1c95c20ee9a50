/// Checks and mends UTF-8.
package enum UTF8Text {
  enum Verdict {
    case ascii
    case valid
    case invalid(firstError: Int)
  }

  static func verdict(on bytes: [UInt8]) -> Verdict {
    let first = EightBytes.firstWide(bytes.span)
    if first == bytes.count { return .ascii }
    return isValid(bytes.span, from: first) ? .valid : invalid(bytes)
  }

  /// Whether a text is UTF-8. The standard library looks at every byte by itself where many are no
  /// ASCII, as in prose with quotation marks.
  package static func isValid(_ text: Span<UInt8>, from start: Int = 0) -> Bool {
    var index = EightBytes.firstWide(text, from: start)
    while index < text.count {
      let length = sequenceLength(text, at: index)
      guard length > 0 else { return false }
      index = EightBytes.firstWide(text, from: index + length)
    }
    return true
  }

  /// The length of the well-formed sequence of several bytes at `index`, or 0 (Unicode 16 §3.9, table 3-7).
  private static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, index + length <= text.count else { return 0 }
    for place in index + 1..<index + length where text[place] & 0xC0 != 0x80 { return 0 }
    let isWellFormed =
      switch lead {
      case 0xE0: text[index + 1] >= 0xA0
      case 0xED: text[index + 1] < 0xA0
      case 0xF0: text[index + 1] >= 0x90
      case 0xF4: text[index + 1] < 0x90
      default: true
      }
    return isWellFormed ? length : 0
  }

  private static func invalid(_ bytes: [UInt8]) -> Verdict {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return .valid
    } catch {
      return .invalid(firstError: error.byteOffsets.lowerBound)
    }
  }

  /// Whether text that is not valid is UTF-8 all the same: legacy text hardly ever has as many
  /// well-formed sequences as broken ones, damaged UTF-8 has many more.
  static func isDamaged(_ sample: [UInt8]) -> Bool {
    var wellFormed = 0
    var broken = 0
    var brokenAtEnd = false
    var start = 0
    while start < sample.count {
      let rest = sample.span.extracting(start...)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: rest)
        wellFormed += leadBytes(rest)
        start = sample.count
      } catch {
        wellFormed += leadBytes(rest.extracting(..<error.byteOffsets.lowerBound))
        start += error.byteOffsets.upperBound
        brokenAtEnd = start == sample.count && error.kind == .truncatedScalar
        broken += 1
      }
    }
    if broken == 1, brokenAtEnd { return wellFormed >= 1 }
    return wellFormed >= 2 && wellFormed >= 2 * broken
  }

  /// Puts U+FFFD where bytes are broken, one for each maximal part of a sequence
  /// (Unicode 16 §3.9, "substitution of maximal subparts").
  static func repaired(_ bytes: [UInt8], from first: Int = 0) -> DecodedText {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 1024)
    var start = first
    var replaced = 0
    var firstReplacement: Int?
    while start < bytes.count {
      let rest = bytes.span.extracting(start...)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: rest)
        output.append(contentsOf: bytes[start...])
        start = bytes.count
      } catch {
        output.append(contentsOf: bytes[start..<start + error.byteOffsets.lowerBound])
        firstReplacement = firstReplacement ?? output.count
        output.append(contentsOf: DecodedText.replacement)
        replaced += 1
        start += error.byteOffsets.upperBound
      }
    }
    return DecodedText(
      bytes: output, encoding: "UTF-8", replaced: replaced, firstReplacement: firstReplacement)
  }

  private static func leadBytes(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] >= 0xC0 { count += 1 }
    return count
  }
}
