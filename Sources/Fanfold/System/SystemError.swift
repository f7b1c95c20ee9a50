#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// What the operating system answered when it refused.
struct SystemError: Error, Hashable, CustomStringConvertible {
  private let code: CInt

  enum Kind: Hashable {
    case missing, forbidden, other
  }

  /// The refusal of the call that was just made.
  static var last: SystemError { SystemError(code: errno) }

  var kind: Kind {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .forbidden
    default: .other
    }
  }

  /// Whether a call was only disturbed by a signal and wants to be made again.
  var isInterruption: Bool { code == EINTR }

  /// Whether nothing can be written where this was to be, now or later.
  var isLasting: Bool { [ENOSPC, EDQUOT, EROFS, EIO].contains(code) }

  /// Whether a file of that name is there already.
  var isCollision: Bool { code == EEXIST }

  /// "no such file or directory": the system's words, which no locale changes here.
  var description: String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
