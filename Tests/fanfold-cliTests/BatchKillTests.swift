import Foundation
import Testing

@Suite("A batch that is killed")
struct BatchKillTests {
  private static let date = ["SOURCE_DATE_EPOCH": "1225000000"]
  private static let kills = 10

  /// Numbers that are the same again for the same seed (SplitMix64).
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return bits ^ bits >> 31
    }
  }

  private static func seed() -> UInt64 {
    let given = ProcessInfo.processInfo.environment["FANFOLD_SEED"].flatMap(UInt64.init)
    return given ?? .random(in: 0..<1_000_000)
  }

  /// Every file of a folder, hidden ones too, without the times that reports tell.
  private static func contents(_ place: Workplace, _ folder: String) throws -> [String: Data] {
    let root = place.folder.appending(path: folder)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      guard var bytes = try? Data(contentsOf: root.appending(path: name)) else { continue }
      if name.hasSuffix(".jsonl") {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Data(text.replacing(#/"milliseconds":\d+/#, with: "").utf8)
      }
      files[name] = bytes
    }
    return files
  }

  /// How many seconds a run takes.
  private static func time(_ arguments: [String], _ place: Workplace) throws -> Double {
    let start = ContinuousClock.now
    let outcome = try Program.run(arguments, in: place.folder, environment: date)
    #expect(outcome.status == 0)
    return Double((ContinuousClock.now - start).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - start).components.seconds)
  }

  @Test(
    "at ten random points leaves nothing half done, and the next run ends as if nothing had been")
  func killed() throws {
    let seed = Self.seed()
    print("batch is killed with FANFOLD_SEED=\(seed)")
    var chance = Chance(state: seed)
    let place = try Workplace()
    let input = place.folder.appending(path: "in")
    try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
    for number in 0..<48 {
      try place.write("in/s\(number).txt", BatchTests.story(number).utf8)
    }
    let whole = try Self.time(["batch", "in", "-o", "whole"], place)
    let idle = try Self.time(["batch", "in", "-o", "whole"], place)
    let expected = try Self.contents(place, "whole")
    #expect(expected.count == 50)

    var kills = 0
    for _ in 0..<40 where kills < Self.kills {
      let wait = idle * 0.3 + .random(in: 0...max(0.05, whole / 4), using: &chance)
      if try place.kill(["batch", "in", "-o", "out"], after: wait, environment: Self.date) {
        kills += 1
        for (name, bytes) in try Self.contents(place, "out") where name.hasSuffix(".epub") {
          guard !name.hasPrefix(".fanfold-parts/") else { continue }
          #expect(bytes == expected[name], "\(name), seed \(seed)")
        }
      } else {
        try FileManager.default.removeItem(at: place.folder.appending(path: "out"))
      }
    }
    #expect(kills == Self.kills, "seed \(seed)")
    _ = try Self.time(["batch", "in", "-o", "out"], place)
    let left = try Self.contents(place, "out")
    #expect(left.keys.sorted() == expected.keys.sorted(), "seed \(seed)")
    #expect(left == expected, "seed \(seed)")
  }
}
