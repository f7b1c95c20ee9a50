internal import FanfoldStory

/// Takes out what carried a story and is not of it: signatures under messages, headers quoted in the middle.
struct Transport {
  func remove(from draft: inout Draft) {
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

  /// "From: … / Date: …" of a message that was pasted into the text.
  private func removeInnerHeaders(_ draft: inout Draft) {
    var line = 0
    while line < draft.fates.count {
      var end = line
      var hasAddress = false
      while end < draft.fates.count, draft.fates[end] == .text, isMailField(draft.bytes(end)) {
        hasAddress = hasAddress || draft.bytes(end).contains(0x40)
        end += 1
      }
      if hasAddress, end - line >= 1 {
        for index in line..<end {
          draft.take(index, .removed, rule: "mail-header", reason: "header of a message")
        }
      }
      line = max(end, line + 1)
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
