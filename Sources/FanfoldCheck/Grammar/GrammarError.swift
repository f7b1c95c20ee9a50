/// A slip in one of the grammar files, which tests find before anyone else does.
package struct GrammarError: Error, Sendable, Hashable {
  package let problem: String
}
