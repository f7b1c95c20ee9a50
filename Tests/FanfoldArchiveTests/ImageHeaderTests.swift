import FanfoldArchive
import Testing

@Suite("The header of a picture")
struct ImageHeaderTests {
  @Test(
    "tells format and size by the bytes",
    arguments: [
      (TestImages.png, ImageFormat.png), (TestImages.jpeg, .jpeg), (TestImages.gif, .gif),
      (TestImages.webp, .webp), (TestImages.losslessWebP, .webp), (TestImages.svg, .svg),
    ])
  func size(bytes: [UInt8], format: ImageFormat) throws {
    let header = try #require(ImageHeader(of: bytes))
    #expect(header.format == format)
    #expect([header.width, header.height] == [4, 3])
  }

  @Test("knows the extended form of WebP")
  func extendedWebP() {
    let bytes =
      Array("RIFF\u{16}\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0".utf8) + [0x03, 0x01, 0, 0x02, 0, 0, 0]
    let header = ImageHeader(of: bytes)
    #expect([header?.width, header?.height] == [260, 3])
  }

  @Test(
    "a header that breaks off is none",
    arguments: [TestImages.png, TestImages.jpeg, TestImages.gif, TestImages.webp])
  func truncated(bytes: [UInt8]) {
    for count in 0..<25 { #expect(ImageHeader(of: Array(bytes.prefix(count))) == nil) }
  }

  @Test(
    "sizes of drawings",
    arguments: [
      ("<svg width='12' height='3.6px'/>", [12, 4]),
      ("<svg width=\"100%\" viewBox=\"0 0 30 20\">", [30, 20]),
      ("<?xml version='1.0'?><!-- a > b --><svg\nviewBox='0,0,8,9'>", [8, 9]),
      ("<svg data-width='1' data-height='2'/>", [nil, nil]), ("<svg>", [nil, nil]),
    ])
  func drawing(source: String, size: [Int?]) throws {
    let header = try #require(ImageHeader(of: Array(source.utf8)))
    #expect([header.width, header.height] == size)
  }

  @Test(
    "formats that books cannot hold, and what is no picture",
    arguments: [
      (Array("BM123456".utf8), ImageFormat.bmp), ([0x49, 0x49, 0x2A, 0, 8], .tiff),
      ([0, 0, 0, 0x20] + Array("ftypavif".utf8), .avif), ([0, 0, 1, 0, 1], .ico),
      ([0, 0, 0, 0x20] + Array("ftypisom".utf8), nil), (Array("<html>".utf8), nil),
      (Array("<svgx>".utf8), nil), ([], nil),
    ])
  func other(bytes: [UInt8], format: ImageFormat?) {
    #expect(ImageFormat(of: bytes) == format)
    #expect(format?.isCore != true)
  }
}
