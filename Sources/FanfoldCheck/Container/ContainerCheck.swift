/// The rules about the container document, and about which package documents there are
/// (EPUB 3.3 §4.2.6.3.1, EPUB Multiple-Rendition Publications 1.1).
enum ContainerCheck {
  static let rules: [Rule] = [
    .containerMissing, .rootfileWithoutPath, .rootfilePathEmpty, .rootfileMissing, .packageMissing,
    .versionUnknown, .otherVersion, .profileInEPUB2, .severalInEPUB2, .profileByType,
    .renditionMetadataMissing,
  ]
}

extension Rule {
  static let containerMissing = Rule(
    "RSC-002", "container-missing", .fatal, "there is no META-INF/container.xml",
    help: "Add one that names the package document.", see: "EPUB 3.3 §4.2.6.3.1")
  static let rootfileWithoutPath = Rule(
    "OPF-016", "rootfile-without-path", .error, "a rootfile has no full-path",
    help: "Name the package document.", see: "EPUB 3.3 §4.2.6.3.1")
  static let rootfilePathEmpty = Rule(
    "OPF-017", "rootfile-path-empty", .error, "the full-path of a rootfile is empty",
    help: "Name the package document.", see: "EPUB 3.3 §4.2.6.3.1")
  static let rootfileMissing = Rule(
    "RSC-003", "rootfile-missing", .error, "the container names no package document",
    help: "Add a rootfile of type application/oebps-package+xml.", see: "EPUB 3.3 §4.2.6.3.1")
  static let packageMissing = Rule(
    "OPF-002", "package-missing", .fatal, "the package document is not in the book",
    help: "Correct the full-path of the rootfile.", see: "EPUB 3.3 §4.2.6.3.1")
  static let versionUnknown = Rule(
    "OPF-001", "version-unknown", .error,
    "the package document does not say of which version it is",
    help: "Write version=\"3.0\".", see: "EPUB 3.3 §5.4")
  static let otherVersion = Rule(
    "PKG-001", "other-version", .warning, "the book is judged as of another version than it says",
    help: "Leave --epub-version out.")
  static let profileInEPUB2 = Rule(
    "PKG-023", "profile-in-epub-2", .usage, "EPUB 2 has no profiles: the book is judged without",
    help: "Leave --profile out.")
  static let severalInEPUB2 = Rule(
    "PKG-013", "several-packages", .error, "a book of EPUB 2 has more than one package document",
    help: "Keep one.", see: "OCF 2.0.1 §3.5.1")
  static let profileByType = Rule(
    "OPF-064", "profile-by-type", .info, "the book's type says by which profile it is judged",
    help: "Remove the dc:type if that is not meant.")
  static let renditionMetadataMissing = Rule(
    "RSC-019", "rendition-metadata-missing", .warning,
    "a book of several renditions has no META-INF/metadata.xml",
    help: "Add one.", see: "EPUB Multiple-Rendition Publications 1.1 §2.3")
}
