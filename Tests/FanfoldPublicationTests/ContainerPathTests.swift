import FanfoldPublication
import Testing

@Suite struct ContainerPathTests {
  @Test(
    "a reference leads to a path in the container, or nowhere",
    arguments: [
      ("chapter.xhtml", "EPUB/text/one.xhtml", "EPUB/text/chapter.xhtml"),
      ("../images/a%20b.png#top", "EPUB/text/one.xhtml", "EPUB/images/a b.png"),
      ("#here", "EPUB/text/one.xhtml", "EPUB/text/one.xhtml"),
      ("/mimetype", "EPUB/text/one.xhtml", "mimetype"),
      ("./x/../y.xhtml?q", "package.opf", "y.xhtml"),
      ("../out.xhtml", "package.opf", nil),
      ("https://example.org/a", "package.opf", nil),
      ("mailto:a@example.org", "package.opf", nil),
      ("//example.org/a", "package.opf", nil),
      ("a%zz", "package.opf", "a%zz"),
    ] as [(String, String, String?)])
  func resolve(reference: String, base: String, expected: String?) {
    #expect(ContainerPath.resolve(reference, from: base) == expected)
  }
}
