import FanfoldCover
import Foundation
import Testing

@Suite("Covers")
struct CoverArtistTests {
  /// Titles that are hard to set.
  private static let titles = [
    "X", "The Tide Clock", "Antidisestablishmentarianism",
    "Five Times Anna Reed Missed the Ferry and One Time the Ferry Waited for Her in the Rain Until Morning, "
      + "or: What the Lighthouse Keeper Never Told the Harbour Master About the Lamp That Went Out",
    "潮時計と灯台守の長い夜", "Часы прилива", "ساعة المد والجزر", "שעון הגאות", "นาฬิกาน้ำขึ้นน้ำลง",
    "Ρολόι της παλίρροιας", "조수 시계", "ज्वार घड़ी", "🌊 tide & clock 🕰️", "",
    String(repeating: "w", count: 200),
  ]

  @Test(
    "are PNG pictures under 40 KB, the same each time",
    arguments: CoverLayout.allCases, titles)
  func draw(layout: CoverLayout, title: String) throws {
    let artist = try CoverArtist()
    let text = CoverText(
      title: title, byline: "rowan and sorrel", fandom: "Harbour Lights",
      series: "Part 2 of Low Water")
    let bytes = try artist.draw(text, layout: layout, seed: Array(title.utf8))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(bytes[16..<24] == [0, 0, 0x04, 0xB0, 0, 0, 0x07, 0x08])
    #expect(bytes.count < 40_000)
    #expect(try artist.draw(text, layout: layout, seed: Array(title.utf8)) == bytes)
    if let folder = ProcessInfo.processInfo.environment["FANFOLD_COVERS"] {
      let place = Self.titles.firstIndex(of: title) ?? 0
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(layout.rawValue)-\(place).png"))
    }
  }

  @Test("of stories with a title only are drawn too", arguments: CoverLayout.allCases)
  func bare(layout: CoverLayout) throws {
    let bytes = try CoverArtist().draw(
      CoverText(title: "The Tide Clock"), layout: layout, seed: [7])
    #expect(bytes.count > 1000)
  }

  @Test("have the ornament that the seed chooses", arguments: [CoverLayout.classic, .modern])
  func ornament(layout: CoverLayout) throws {
    // Lines are what makes these pictures of different size: the letters are the same.
    let sizes = try [7, 8, 9].map { seed in
      try CoverArtist().draw(CoverText(title: "X"), layout: layout, seed: [seed]).count
    }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) > 10_000)
  }

  @Test("have two colours with a contrast of 7 to 1 or more", arguments: CoverColours.all)
  func contrast(colours: CoverColours) {
    func luminance(_ colour: CoverColours.Colour) -> Double {
      func linear(_ byte: UInt8) -> Double {
        let part = Double(byte) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
        + 0.0722 * linear(colour.blue)
    }
    #expect((luminance(colours.light) + 0.05) / (luminance(colours.deep) + 0.05) >= 7)
  }
}
