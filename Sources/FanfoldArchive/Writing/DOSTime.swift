/// A moment as ZIP keeps it: two seconds fine, from 1980 to 2107, in no particular time zone.
struct DOSTime: Equatable {
  var date: UInt16
  var time: UInt16

  /// The moment's clock time in UTC, or the nearest one ZIP can say.
  init(secondsSince1970 seconds: Int64) {
    let first: Int64 = 315_532_800  // 1980-01-01
    let last: Int64 = 4_354_819_198  // 2107-12-31 23:59:58
    let moment = CivilTime(secondsSince1970: min(max(seconds, first), last))
    date = UInt16((moment.year - 1980) << 9 | moment.month << 5 | moment.day)
    time = UInt16(moment.hour << 11 | moment.minute << 5 | moment.second / 2)
  }
}
