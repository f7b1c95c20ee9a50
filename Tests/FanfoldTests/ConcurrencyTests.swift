import Fanfold
import Testing

@Suite("Work done at once")
struct ConcurrencyTests {
  @Test("is handed over in its order, whatever is ready first", arguments: [1, 2, 7, 500])
  func order(width: Int) async {
    var taken: [Int] = []
    await mapConcurrently(
      Array(0..<200), width: width,
      { number in
        // Early ones have more to do.
        (0..<(200 - number) * 50).reduce(number) { sum, _ in sum &* 1 }
      },
      inOrder: { index, result in
        taken.append(index == result ? index : -1)
        return true
      })
    #expect(taken == Array(0..<200))
  }

  @Test("ends when no more is wanted")
  func end() async {
    var taken: [Int] = []
    await mapConcurrently(Array(0..<50), width: 3, { $0 }) { _, result in
      taken.append(result)
      return result < 4
    }
    #expect(taken == [0, 1, 2, 3, 4])
  }
}
