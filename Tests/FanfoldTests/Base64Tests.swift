import Fanfold
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "is written and read",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(text: String, encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
    #expect(Base64.bytes(encoded) == Array(text.utf8))
  }

  @Test(
    "cut short or of other letters is refused",
    arguments: ["Zg", "Zg=", "Z===", "Zm9*", "Zm 9"])
  func badBase64(text: String) {
    #expect(Base64.bytes(text) == nil)
  }
}
