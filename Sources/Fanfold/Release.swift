/// What this program calls itself.
package enum Release {
  /// As the change log has it.
  package static let version = "0.1.0"
  /// What a book says it was made with.
  package static let generator = "fanfold " + version
}
