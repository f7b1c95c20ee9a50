/// Works on many values at once, at most `width` of them, and hands the results over one by one in the order of the
/// values, until `take` says that it wants no more.
///
/// A result that is early waits for its turn, and no more work begins while many wait: what is in memory is bounded
/// by the width, however many values there are.
package func mapConcurrently<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], width: Int, _ work: @escaping @Sendable (Input) -> Output,
  inOrder take: (Int, Output) -> Bool
) async {
  // One after the other needs no other thread.
  guard width > 1 else {
    for (index, input) in inputs.enumerated() { guard take(index, work(input)) else { return } }
    return
  }
  await withTaskGroup(of: (Int, Output).self) { group in
    var started = 0
    var running = 0
    var taken = 0
    var waiting: [Int: Output] = [:]
    while taken < inputs.count {
      while started < inputs.count, running < width, started < taken + width * 4 {
        let index = started
        let input = inputs[index]
        group.addTask { (index, work(input)) }
        started += 1
        running += 1
      }
      guard let (index, output) = await group.next() else { return }
      running -= 1
      waiting[index] = output
      while let output = waiting.removeValue(forKey: taken) {
        guard take(taken, output) else { return }
        taken += 1
      }
    }
  }
}
