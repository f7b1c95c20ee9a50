/// Checks and mends UTF-8.
enum UTF8Text {
  enum Verdict {
    case ascii
    case valid
    case invalid(firstError: Int)
  }

  /// The standard library's validation: it passes over ASCII a word at a time.
  static func verdict(on bytes: [UInt8]) -> Verdict {
    do throws(UTF8.ValidationError) {
      let text = try UTF8Span(validating: bytes.span)
      return text.isKnownASCII ? .ascii : .valid
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
