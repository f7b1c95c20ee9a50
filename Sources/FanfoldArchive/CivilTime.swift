/// A moment on the calendar and the clock, in UTC.
public struct CivilTime: Sendable, Hashable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int
  public let hour: Int
  public let minute: Int
  public let second: Int

  /// The moment so many seconds after 1970 began; kept within the years 1 to 9999.
  public init(secondsSince1970 seconds: Int64) {
    let kept = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let clock = Int(((kept % 86_400) + 86_400) % 86_400)
    // Days since 0000-03-01, the calendar turned so that the leap day comes last (H. Hinnant).
    let days = (Int(kept) - clock) / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let turnedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * turnedMonth + 2) / 5 + 1
    month = turnedMonth < 10 ? turnedMonth + 3 : turnedMonth - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    hour = clock / 3600
    minute = clock % 3600 / 60
    second = clock % 60
  }

  /// `2026-03-01T12:00:00Z`.
  public var description: String {
    let date = [(year, 4), (month, 2), (day, 2)].map(Self.padded).joined(separator: "-")
    let time = [(hour, 2), (minute, 2), (second, 2)].map(Self.padded).joined(separator: ":")
    return date + "T" + time + "Z"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
