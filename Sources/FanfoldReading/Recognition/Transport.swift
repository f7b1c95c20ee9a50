internal import FanfoldStory

/// Takes out what carried a story and is not of it: signatures under messages, headers quoted in the middle.
struct Transport {
  func remove(from draft: inout Draft) {
    for line in 0..<draft.manuscript.headerLines {
      draft.take(line, .metadata, rule: MailHeader.rule, reason: MailHeader.reason)
    }
    removeSignature(&draft)
    removeInnerHeaders(&draft)
  }

  /// A line of two hyphens begins a signature (RFC 3676 §4.3); it is short and the last thing in the file.
  private func removeSignature(_ draft: inout Draft) {
    let count = draft.fates.count
    let isMessage = draft.manuscript.isMessage
    for line in stride(from: count - 1, through: max(0, count - 14), by: -1)
    where draft.fates[line] == .text {
      let bytes = draft.bytes(line)
      let isLeader = bytes.elementsEqual("--".utf8)
      guard isLeader, line > 0, count - line <= (isMessage ? 14 : 8) else { continue }
      for index in line..<count where draft.fates[index] == .text {
        draft.take(index, .removed, rule: "signature", reason: "signature of the message")
      }
      return
    }
  }

  /// "From: … / Date: …" of a message that was pasted into the text. Deep in a story it takes a field that only a
  /// message has, or the sender of the whole: people in stories write mail too.
  private func removeInnerHeaders(_ draft: inout Draft) {
    let sender =
      draft.manuscript.isMessage ? draft.manuscript.fact(.sender).map { Array($0.utf8) } : nil
    var line = 0
    while line < draft.fates.count {
      guard draft.mayBe(.mailField, line) else {
        line += 1
        continue
      }
      var end = line
      var hasAddress = false
      var isPosted = line < 12
      while end < draft.fates.count, draft.fates[end] == .text, isMailField(draft.bytes(end)) {
        let bytes = draft.bytes(end)
        hasAddress = hasAddress || bytes.contains(0x40)
        isPosted = isPosted || isOfTransport(bytes, sender)
        end += 1
      }
      if hasAddress, isPosted, end - line >= 1 {
        for index in line..<end {
          draft.take(index, .removed, rule: "mail-header", reason: "header of a message")
        }
      }
      line = max(end, line + 1)
    }
  }

  /// Whether only a message that was posted has the field: an identity, a time to the second, the known sender.
  private func isOfTransport(_ bytes: ArraySlice<UInt8>, _ sender: [UInt8]?) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "M"), UInt8(ascii: "N"): true
    case UInt8(ascii: "D"): bytes.count { $0 == 0x3A } >= 3
    case UInt8(ascii: "F"): sender.map { bytes.suffix($0.count).elementsEqual($0) } ?? false
    default: false
    }
  }

  private static let fields = [
    "From:", "Date:", "Subject:", "To:", "Newsgroups:", "Message-ID:", "Message-Id:",
  ]
  .map { Array($0.utf8) }

  private func isMailField(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, "FDSTNM".utf8.contains(first) else { return false }
    return Self.fields.contains { bytes.starts(with: $0) }
  }
}
