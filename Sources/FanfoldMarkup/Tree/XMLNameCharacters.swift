import CLibXML2

/// Which characters names have beyond ASCII, by the first four editions of XML 1.0 (appendix B):
/// that is what schema languages and the readers of Java go by.
package enum XMLNameCharacters {
  /// Whether a name may begin with a character.
  package static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    xmlIsLetter(CInt(scalar.value)) != 0
  }

  /// Whether a character may stand inside a name.
  package static func isInside(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return isStart(scalar) || xmlIsCombining(value) != 0 || xmlIsDigit(value) != 0
      || xmlIsExtender(value) != 0
  }
}
