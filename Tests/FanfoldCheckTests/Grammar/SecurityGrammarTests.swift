import FanfoldCheck
import FanfoldMarkup
import Testing

/// What META-INF/encryption.xml and META-INF/signatures.xml may contain.
@Suite struct SecurityGrammarTests {
  private func report(_ content: String, by grammar: String) throws -> [String] {
    let root = grammar.hasPrefix("encryption") ? "encryption" : "signatures"
    let xml = """
      <\(root) xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
        xmlns:e="http://www.w3.org/2001/04/xmlenc#" xmlns:d="http://www.w3.org/2000/09/xmldsig#"
        xmlns:c="http://www.idpf.org/2016/encryption#compression">\(content)</\(root)>
      """
    let tree = JudgedXML.read(Array(xml.utf8)).tree
    var matcher = try GrammarMatcher(Grammar(named: grammar))
    return matcher.match(tree).map { "\($0.kind) \(tree.name(of: $0.node))" }
  }

  private static func data(_ properties: String, value: String = "AAAA") -> String {
    """
    <e:EncryptedData><e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>\
    <e:CipherData><e:CipherValue>\(value)</e:CipherValue></e:CipherData>\(properties)\
    </e:EncryptedData>
    """
  }

  private static let compression = """
    <e:EncryptionProperties><e:EncryptionProperty>\
    <c:Compression Method="8" OriginalLength="7"/></e:EncryptionProperty></e:EncryptionProperties>
    """

  @Test(
    "encryption",
    arguments: [
      (data(""), "encryption", []),
      (data(compression), "encryption", []),
      (data("", value: "AAA"), "encryption", ["elementValue CipherValue"]),
      (data("", value: "xyzabc=="), "encryption", ["elementValue CipherValue"]),
      (
        data(compression), "encryption2",
        [
          "attributeNotAllowed(\"Method\") Compression",
          "attributeNotAllowed(\"OriginalLength\") Compression",
        ]
      ),
      ("<e:EncryptedData/>", "encryption", ["elementIncomplete EncryptedData"]),
      (
        "<e:EncryptedKey><d:KeyInfo/><e:CipherData/></e:EncryptedKey>", "encryption",
        ["elementIncomplete KeyInfo", "elementIncomplete CipherData"]
      ),
    ])
  func encryption(content: String, grammar: String, expected: [String]) throws {
    #expect(try report(content, by: grammar) == expected)
  }

  private static func signature(_ method: String) -> String {
    """
    <d:Signature><d:SignedInfo>\
    <d:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>\(method)\
    <d:Reference><d:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>\
    <d:DigestValue>AA==</d:DigestValue></d:Reference></d:SignedInfo>\
    <d:SignatureValue>AAA=</d:SignatureValue></d:Signature>
    """
  }

  @Test(
    "what a method of signing has in it is by its name",
    arguments: [
      ("dsa-sha1'/", []),
      ("hmac-sha1'><d:HMACOutputLength>128</d:HMACOutputLength></d:SignatureMethod", []),
      (
        "dsa-sha1'><d:HMACOutputLength>128</d:HMACOutputLength></d:SignatureMethod",
        ["elementNotAllowed HMACOutputLength"]
      ),
      ("other'><e:KeySize/></d:SignatureMethod", []),
      ("dsa-sha1'><e:KeySize/></d:SignatureMethod", ["elementNotAllowed KeySize"]),
    ])
  func signing(method: String, expected: [String]) throws {
    let start = "<d:SignatureMethod Algorithm='http://www.w3.org/2000/09/xmldsig#"
    #expect(try report(Self.signature(start + method + ">"), by: "signatures") == expected)
  }
}
