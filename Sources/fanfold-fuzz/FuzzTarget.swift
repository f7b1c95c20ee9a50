import FanfoldCheck

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Judges what libFuzzer makes up; `FANFOLD_FUZZ` names the kind of file. Anything but a report is a fault: a crash, an
/// access out of bounds, a judgement that takes longer than the fuzzer waits.
@main
private enum Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    exit(
      unsafe runDriver(&count, &arguments) { data, size in
        let bytes = unsafe [UInt8](UnsafeBufferPointer(start: data, count: size))
        _ = FuzzedFile.chosen.judge(bytes)
        return 0
      })
  }
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer without its own `main`, which the package manager's takes the place of
/// (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ judge: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The kinds of files that are made up.
private enum FuzzedFile: String {
  case container, package, content, style

  static let chosen: FuzzedFile = {
    guard let name = unsafe getenv("FANFOLD_FUZZ") else { return .container }
    return FuzzedFile(rawValue: unsafe String(cString: name)) ?? .container
  }()

  /// Bounds that keep a single judgement short.
  private static let validator = Validator(
    limits: CheckLimits(fileSize: 8 << 20, totalSize: 16 << 20, fileCount: 2000, findings: 2000))

  func judge(_ bytes: [UInt8]) -> Report {
    if self == .container { return Self.validator.check(bytes, name: "fuzzed.epub") }
    var files = FuzzedBook.files
    files[path] = bytes
    let book = files
    return Self.validator.check(
      FolderFiles(paths: book.keys.sorted(), read: { book[$0] }), name: "fuzzed")
  }

  private var path: String {
    switch self {
    case .container, .package: "EPUB/package.opf"
    case .content: "EPUB/chapter.xhtml"
    case .style: "EPUB/style.css"
    }
  }
}
