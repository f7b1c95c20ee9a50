import FanfoldMarkup
import Testing
#if canImport(FoundationEssentials)
import FoundationEssentials
#endif
@testable import FanfoldCheck

@Test func scratch() throws {
  let clock = ContinuousClock()
  let t0 = clock.now
  let grammar = try GrammarReader.read("xhtml")
  print("load", clock.now - t0, grammar.table.nodes.count, grammar.reachable.count)
}
