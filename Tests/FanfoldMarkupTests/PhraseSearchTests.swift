import FanfoldMarkup
import Testing

@Suite struct PhraseSearchTests {
  private let text = Array("one, two, two".utf8)

  @Test("finds the first place of a phrase in bytes")
  func first() { #expect(text.firstRange(of: Array("two".utf8)) == 5..<8) }

  @Test("counts from the beginning of the whole, of which a slice is a part")
  func slice() { #expect(text[6...].firstRange(of: Array("two".utf8)) == 10..<13) }

  @Test("finds nothing beyond the end of a slice")
  func beyond() { #expect(text[..<7].firstRange(of: Array("two".utf8)) == nil) }

  @Test("gives the first place that a mask names, and each of the last bytes")
  func mask() {
    let bytes = Array("abcdefgh-jklmnop=xyz".utf8)
    var places: [Int] = []
    var place = 0
    while true {
      place = EightBytes.next(bytes.span, from: place) { $0.equal(to: UInt8(ascii: "-")) }
      guard place < bytes.count else { break }
      places.append(place)
      place += 1
    }
    #expect(places == [8, 17, 18, 19])
  }
}
