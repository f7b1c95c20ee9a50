/// A word of up to eight bytes in one number, so that words can be counted without making strings. Longer words are
/// told apart by their first seven bytes and their length.
struct PackedWord: Hashable {
  private let bits: UInt64

  /// The word of those bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    var bits: UInt64 = bytes.count > 8 ? UInt64(bytes.count & 0xFF) : 0
    for byte in bytes.prefix(bytes.count > 8 ? 7 : 8) {
      bits = bits << 8 | UInt64(byte)
    }
    self.bits = bits
  }

  /// A word of at most eight bytes that are packed already, the first one highest.
  init(bits: UInt64) { self.bits = bits }

  /// Eight bytes need no more mixing than a multiplication.
  fileprivate var mixed: UInt64 { bits &* 0x9E37_79B9_7F4A_7C15 }
}

/// The places of packed words in a list. Asked for every word of a long sample, it saves the thorough hashing of a
/// dictionary: open addressing in a table at most half full.
struct PackedWordIndex: Sendable {
  private var slots: [(word: PackedWord, place: Int32)]
  private let shift: UInt64
  /// How many words there are.
  let count: Int

  /// The places of the words; of the last one where a word comes again.
  init(_ words: [PackedWord]) {
    let width = max(1, 64 - (words.count * 2).leadingZeroBitCount)
    shift = UInt64(64 - width)
    count = words.count
    slots = Array(repeating: (PackedWord(bits: 0), -1), count: 1 << width)
    for (place, word) in words.enumerated() { slots[slot(of: word)] = (word, Int32(place)) }
  }

  /// Where the word stands in the list; `nil` for other words.
  subscript(_ word: PackedWord) -> Int? {
    let place = slots[slot(of: word)].place
    return place < 0 ? nil : Int(place)
  }

  /// The slot of a word, or the free one where it would be.
  private func slot(of word: PackedWord) -> Int {
    var slot = Int(word.mixed >> shift)
    // The count is a power of two.
    while slots[slot].place >= 0, slots[slot].word != word { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
