extension Rule {
  static let insideForbidden = Rule(
    "RSC-005", "inside-forbidden", .error, "an element is inside one that may not contain it",
    help: "Take the inner element out, or end the outer one before it.", see: "HTML §4")
  static let ancestorMissing = Rule(
    "RSC-005", "ancestor-missing", .error, "an element is not inside the one it belongs in",
    help: "Put it there.", see: "HTML §4.8")
  static let attributeNeeded = Rule(
    "RSC-005", "attribute-needed", .error, "an element lacks the attribute that gives it its sense",
    help: "Add the attribute.", see: "HTML §4.5.25")
  static let idRepeated = Rule(
    "RSC-005", "id-repeated", .error, "two elements have the same id",
    help: "Give each an id of its own.", see: "HTML §3.2.6")
  static let languagesDiffer = Rule(
    "RSC-005", "languages-differ", .error, "lang and xml:lang say different languages",
    help: "Write the same language in both.", see: "HTML §3.2.6.2")
  static let documentTitleEmpty = Rule(
    "RSC-005", "document-title-empty", .error, "the document's title is empty",
    help: "Write what the document is called.", see: "HTML §4.2.2")
  static let documentTitleMissing = Rule(
    "RSC-017", "document-title-missing", .warning, "the document has no title",
    help: "Add a 'title' to 'head'.", see: "HTML §4.2.2")
  static let switchDeprecated = Rule(
    "RSC-017", "switch-deprecated", .warning, "epub:switch should not be used any more",
    help: "Put its content where it stands.", see: "EPUB 3.3 §F")
  static let triggerDeprecated = Rule(
    "RSC-017", "trigger-deprecated", .warning, "epub:trigger should not be used any more",
    help: "Use the controls of audio and video, or a script.", see: "EPUB 3.3 §F")
  static let idReferenceMissing = Rule(
    "RSC-005", "id-reference-missing", .error, "an attribute names an id that is not there",
    help: "Give the element it means that id.", see: "HTML §3.2.6")
  static let idReferenceOther = Rule(
    "RSC-005", "id-reference-other", .error, "an attribute leads to an element of another kind",
    help: "Name the id of an element it may lead to.", see: "HTML §4.10")
  static let mapNameOther = Rule(
    "RSC-005", "map-name-other", .error, "a map's id is not its name",
    help: "Write the same in both.", see: "HTML §4.8.13")
  static let mapNameRepeated = Rule(
    "RSC-005", "map-name-repeated", .error, "two maps have the same name",
    help: "Give each a name of its own.", see: "HTML §4.8.13")
  static let selectedTwice = Rule(
    "RSC-005", "selected-twice", .error, "a list of one choice has two chosen",
    help: "Leave one option selected, or add 'multiple'.", see: "HTML §4.10.7")
  static let defaultTrackTwice = Rule(
    "RSC-005", "default-track-twice", .error, "two tracks are the default",
    help: "Leave one of them the default.", see: "HTML §4.8.11.11")
  static let trackLabelEmpty = Rule(
    "RSC-005", "track-label-empty", .error, "a track's label is empty",
    help: "Write a label, or take the attribute out.", see: "HTML §4.8.10")
  static let itemWithoutSource = Rule(
    "RSC-005", "item-without-source", .error, "a property of an item has no value",
    help: "Add the attribute that holds the value.", see: "HTML §5.2.4")
  static let pronunciationNested = Rule(
    "RSC-005", "pronunciation-nested", .error, "ssml:ph is inside another ssml:ph",
    help: "Leave one of them.", see: "EPUB 3.3 §6.1.3.1")
  static let charsetTwice = Rule(
    "RSC-005", "charset-twice", .error, "the encoding is declared twice",
    help: "Leave one 'meta' with 'charset'.", see: "HTML §4.2.5")
  static let charsetAndType = Rule(
    "RSC-005", "charset-and-type", .error, "the encoding is declared in two ways",
    help: "Leave the 'meta' with 'charset'.", see: "HTML §4.2.5.4")
  static let encodingNotUTF8 = Rule(
    "RSC-005", "encoding-not-utf-8", .error, "the content type is not 'text/html; charset=utf-8'",
    help: "Write that, or take the 'meta' out.", see: "HTML §4.2.5.4")
  static let sizesWithoutIcon = Rule(
    "RSC-005", "sizes-without-icon", .error, "a link that is no icon has sizes",
    help: "Take 'sizes' out.", see: "HTML §4.2.4")
  static let roleDeprecated = Rule(
    "RSC-017", "role-deprecated", .warning, "a role should not be used any more",
    help: "Leave the role out: the list says what its items are.", see: "DPUB-ARIA 1.1 §4")
}
