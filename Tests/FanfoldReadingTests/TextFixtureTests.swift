import FanfoldReading
import FanfoldStory
import Testing

/// Texts as readers keep them, one for each shape of header, language and habit.
@Suite("Texts in many shapes")
struct TextFixtureTests {
  @Test(
    "are read whole and as their authors meant", arguments: Fixture.all(in: "text", ending: ".text")
  )
  func text(fixture: Fixture) throws {
    let reading = try reader.read(StoryFile(name: "story.txt", bytes: fixture.bytes()))
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    if Fixture.isRecording { fixture.record(reading.transcript) }
    #expect(reading.transcript == (try fixture.expected()))
  }

  @Test(
    "mail is unwrapped",
    arguments: [
      "Content-Transfer-Encoding: quoted-printable\nFrom: r@example.org\n\nThe caf=C3=A9 was shut. She =\nwent on.\n",
      "The caf=E9 was shut.=20\nShe went on.=20\nIt rained.=20\n",
    ])
  func mail(text: String) throws {
    let body = try read(text).story.body.joined(separator: " ")
    #expect(body.hasPrefix("The café was shut."))
    #expect(!body.contains("="))
  }
}
