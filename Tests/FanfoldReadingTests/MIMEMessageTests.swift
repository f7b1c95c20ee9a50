import FanfoldReading
import FanfoldStory
import Testing

@Suite("Messages as they travel")
struct MIMEMessageTests {
  private static let head = """
    From: Marit Vane <marit@example.org>
    Subject: FIC: The Last Ferry (1/1)
    Date: Sat, 21 Nov 2009 10:00:00 +0000
    MIME-Version: 1.0

    """
  /// "The ferry came in at nine, and the café was shut." twice.
  private static let base64 = """
    VGhlIGZlcnJ5IGNhbWUgaW4gYXQgbmluZSwgYW5kIHRoZSBjYWbDqSB3YXMgc2h1dC4KClRoZSBm
    ZXJyeSBjYW1lIGluIGF0IG5pbmUsIGFuZCB0aGUgY2Fmw6kgd2FzIHNodXQuCg==

    """
  private static let line = "The ferry came in at nine, and the café was shut."

  private static let mails: [(String, String)] = [
    (
      "encoded as a whole",
      head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + base64
    ),
    (
      "in two forms",
      head + "Content-Type: multipart/alternative;\n boundary=\"b-1\"\n\nThis is MIME.\n--b-1\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\(base64)"
        + "--b-1\nContent-Type: text/html\n\n<p>Another form.</p>\n--b-1--\n"
    ),
    (
      "with something attached, its text in parts again",
      "From marit Sat Nov 21 10:00:00 2009\n\(head)Content-Type: multipart/mixed; boundary=out\n\n"
        + "--out\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\n\n\(line)\n\n\(line)\n"
        + "--inner--\n--out\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\n--out--\n"
    ),
  ]

  @Test("are read by their text", arguments: mails)
  func mail(form: String, message: String) throws {
    for message in [
      message,
      message.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"),
    ] {
      let reading = try read(message, name: "ferry.eml")
      #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
      #expect(reading.story.body == [Self.line, Self.line])
      #expect(reading.story.metadata.title == "The Last Ferry")
      #expect(reading.story.metadata.authors.map(\.name) == ["Marit Vane"])
      #expect(reading.story.metadata.published?.year == 2009)
    }
  }

  @Test("that are a saved page have its pictures")
  func page() throws {
    let picture = """
      iVBORw0KGgoAAAANSUhEUgAAAHgAAABaAQAAAABbe69CAAAAFElEQVR42mNgGAWjYBSMglEwGAEA
      BaAAAdrNUzwAAAAASUVORK5CYII=
      """
    let message = """
      From: <Saved by a browser>
      Snapshot-Content-Location: https://example.org/ferry.html
      Subject: The Last Ferry
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----Boundary--x----"


      ------Boundary--x----
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://example.org/ferry.html

      <html><head><title>The Last Ferry</title></head><body><h1>The Last Ferry</h1=
      ><p>The ferry came in at nine, and the caf=C3=A9 was shut. Nobody had told th=
      em, and it rained.</p><p><img src=3D"https://example.org/a.png?x=3D1&amp;y=3D=
      2" alt=3D"A ferry" width=3D"400" height=3D"300"></p><p>They waited for an hour, and then they went home again.</p></body></h=
      tml>

      ------Boundary--x----
      Content-Type: image/png
      Content-Transfer-Encoding: base64
      Content-Location: https://example.org/a.png?x=1&y=2

      \(picture)

      ------Boundary--x------
      """
    let reading = try read(message, name: "ferry.mhtml")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    #expect(reading.story.metadata.title == "The Last Ferry")
    #expect(reading.story.images.map(\.bytes.count) == [77])
    #expect(reading.story.body.first?.hasPrefix("The ferry came in at nine, and the café") == true)
  }
}
