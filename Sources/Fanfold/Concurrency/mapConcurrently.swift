/// Works on many values at once, at most `width` of them, and hands the results over one by one in the order of the
/// values.
///
/// A result that is early waits for its turn, and no more work begins while many wait: what is in memory is bounded
/// by the width, however many values there are.
package func mapConcurrently<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], width: Int, _ work: @escaping @Sendable (Input) async -> Output,
  inOrder take: (Int, Output) throws -> Void
) async rethrows {
  let window = max(1, width) * 4
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var started = 0
    var running = 0
    var taken = 0
    var waiting: [Int: Output] = [:]
    while taken < inputs.count {
      while started < inputs.count, running < max(1, width), started < taken + window {
        let index = started
        let input = inputs[index]
        group.addTask { (index, await work(input)) }
        started += 1
        running += 1
      }
      guard let (index, output) = try await group.next() else { return }
      running -= 1
      waiting[index] = output
      while let output = waiting.removeValue(forKey: taken) {
        try take(taken, output)
        taken += 1
      }
    }
  }
}
