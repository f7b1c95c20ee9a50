#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Does the same with many values at once, on as many processors as there are; the results come in
/// the order of the values.
package func mapConcurrently<Value: Sendable, Outcome: Sendable>(
  _ values: [Value], _ work: @Sendable @escaping (Value) -> Outcome
) async -> [Outcome] {
  let width = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  return await withTaskGroup(of: (Int, Outcome).self) { group in
    var outcomes = [Outcome?](repeating: nil, count: values.count)
    var upcoming = 0
    func startNext() {
      guard upcoming < values.count else { return }
      let (index, value) = (upcoming, values[upcoming])
      group.addTask { (index, work(value)) }
      upcoming += 1
    }
    for _ in 0..<width { startNext() }
    while let (index, outcome) = await group.next() {
      outcomes[index] = outcome
      startNext()
    }
    return outcomes.compactMap { $0 }
  }
}
