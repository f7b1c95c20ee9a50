/// Judges books as EPUBCheck does.
///
/// What it learns while it judges one book, of grammars and of style sheets that come again, the
/// next has the use of: to judge many books, one after the other or side by side, take one
/// validator.
public struct Validator: Sendable {
  /// What a file is judged as.
  public var mode: Mode
  /// The version to judge by; `nil` takes the book's own word.
  public var version: EPUBVersion?
  public var profile: Profile
  public var limits: CheckLimits
  private let desks = Desks()

  /// A validator with the usual settings.
  public init(
    mode: Mode = .epub, version: EPUBVersion? = nil, profile: Profile = .standard,
    limits: CheckLimits = CheckLimits()
  ) {
    self.mode = mode
    self.version = version
    self.profile = profile
    self.limits = limits
  }

  /// Judges a packed book, or a single document when the mode says so.
  public func check(_ bytes: [UInt8], name: String) -> Report {
    desks.atFreeOne { desk in
      var judge = BookJudge(name, self, at: desk)
      if mode.isSingleDocument {
        judge.judgeDocument(bytes)
      } else {
        judge.judgeContainer(bytes)
      }
      return judge.report()
    }
  }

  /// Judges a book expanded in a folder.
  public func check(_ folder: FolderFiles, name: String) -> Report {
    desks.atFreeOne { desk in
      var judge = BookJudge(name, self, at: desk)
      judge.judgeFolder(folder)
      return judge.report()
    }
  }
}

/// How much a book may ask for before it counts as a bomb.
public struct CheckLimits: Sendable, Hashable {
  /// The largest single file, in bytes.
  public var fileSize: Int
  /// All files together, in bytes.
  public var totalSize: Int
  public var fileCount: Int
  /// The most findings that are kept.
  public var findings: Int

  /// Limits of one's own.
  public init(
    fileSize: Int = 512 << 20, totalSize: Int = 2 << 30, fileCount: Int = 200_000,
    findings: Int = 100_000
  ) {
    self.fileSize = fileSize
    self.totalSize = totalSize
    self.fileCount = fileCount
    self.findings = findings
  }
}

/// The files of a book expanded in a folder, read when they are needed.
public struct FolderFiles: Sendable {
  /// The paths from the folder, "META-INF/container.xml"; folders end with a slash.
  public let paths: [String]
  /// Reads a file, or gives nothing when it cannot be read.
  public let read: @Sendable (String) -> [UInt8]?

  /// The files at the paths.
  public init(paths: [String], read: @escaping @Sendable (String) -> [UInt8]?) {
    self.paths = paths
    self.read = read
  }
}
