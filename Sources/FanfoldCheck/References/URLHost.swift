/// Which strings are the host of a URL (URL standard §3.2 to §3.5, UTS #46).
enum URLHost {
  /// Judges a host without percent-encoding, in lower case.
  static func isValid(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host.hasSuffix("]") && isAddress(Array(host.utf8.dropFirst().dropLast())[...])
    }
    return isDomain(host)
  }

  // MARK: Domains

  private static func isDomain(_ host: String) -> Bool {
    var labels = mapped(host).split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    return labels.reduce(labels.count) { $0 + $1.count } < 255 && labels.allSatisfy(isLabel)
  }

  /// What UTS #46 makes of a host before it looks at the parts.
  private static func mapped(_ host: String) -> [Unicode.Scalar].SubSequence {
    guard !host.hasOnly({ $0 < 0x80 }) else { return Array(host.unicodeScalars)[...] }
    return host.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x3002, 0xFF0E, 0xFF61: "."
      case 0xAD, 0x200B, 0x2060, 0xFEFF: nil
      default: scalar.properties.generalCategory == .spaceSeparator ? " " : scalar
      }
    }[...]
  }

  private static func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first,
      !label.contains(where: "\0\t\n\r #%/:?@[\\]".unicodeScalars.contains)
    else { return false }
    if first.isASCII, label.starts(with: "xn--".unicodeScalars) {
      guard let decoded = Punycode.decode(label.dropFirst(4)) else { return false }
      return decoded.contains { !$0.isASCII } && decoded.allSatisfy(isUsual)
        && !decoded.contains(where: \.properties.isUppercase)
    }
    guard !label.allSatisfy(\.isASCII) else { return label.count < 64 }
    return label.allSatisfy(isUsual) && !isMark(first)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether it is assigned to something that is written.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .format: scalar.value == 0x200C || scalar.value == 0x200D
    default: scalar.value != 0x2024
    }
  }

  // MARK: Addresses

  /// Whether what stands in brackets is an address of IPv6.
  static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var parts = text.split(separator: colon, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return false }
    if parts[0].isEmpty, parts[1].isEmpty { parts.removeFirst() }
    if parts[parts.count - 1].isEmpty, parts[parts.count - 2].isEmpty { parts.removeLast() }
    var pieces = 0
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard isDecimalAddress(part) else { return false }
        pieces += 2
      } else {
        guard part.count < 5, part.allSatisfy({ PercentCoding.hexDigit($0) != nil }) else {
          return false
        }
        pieces += 1
      }
    }
    let gaps = parts.count(where: \.isEmpty)
    return gaps == 0 ? pieces == 8 : gaps == 1 && pieces < 8
  }

  private static func isDecimalAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.allSatisfy(Datatype.isDigit)
          && UInt8(String(decoding: part, as: UTF8.self)) != nil
      }
  }
}

/// How domains are written in ASCII (RFC 3492).
enum Punycode {
  static func decode(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var decoded: [Unicode.Scalar] = []
    var rest = text
    if let mark = text.lastIndex(of: "-") {
      decoded = Array(text[..<mark])
      rest = text[(mark + 1)...]
    }
    var (value, index, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let start = index
      var weight = 1
      for base in stride(from: 36, through: Int.max, by: 36) {
        guard let scalar = rest.popFirst(), let digit = digit(scalar) else { return nil }
        index += digit * weight
        let threshold = min(max(base - bias, 1), 26)
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 32, index < 1 << 32 else { return nil }
      }
      let count = decoded.count + 1
      bias = adapt(index - start, count, isFirst: start == 0)
      value += index / count
      index %= count
      guard let scalar = Unicode.Scalar(UInt32(clamping: value)) else { return nil }
      decoded.insert(scalar, at: index)
      index += 1
    }
    return decoded
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "a"..."z": Int(scalar.value) - 0x61
    case "0"..."9": Int(scalar.value) - 0x30 + 26
    default: nil
    }
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += 36
    }
    return bias + 36 * delta / (delta + 38)
  }
}
