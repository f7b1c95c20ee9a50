/// How grave a finding is, in EPUBCheck's words.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  case fatal = "FATAL"
  case error = "ERROR"
  case warning = "WARNING"
  case info = "INFO"
  case usage = "USAGE"
}
