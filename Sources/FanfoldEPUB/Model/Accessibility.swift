internal import FanfoldStory

/// What the book offers to people who read in other ways than by eye, worked out from what is in it
/// (EPUB Accessibility 1.1 §2).
package struct Accessibility: Sendable, Hashable {
  package var modes: [String]
  package var sufficientModes: [String]
  package var features: [String]
  package var hazards: [String]
  package var summary: String
  /// Who says that the book conforms to EPUB Accessibility at WCAG's level AA; `nil` when something
  /// in it does not, or cannot be judged by a program.
  package var certifier: String?
  /// Pictures that the text shows, and how many of them have no words that stand for them.
  package var pictures: Int
  package var undescribedPictures: Int

  /// The accessibility of sections of text in a language and the pictures in them.
  package init(
    sections: [Section], images: BookImages, language: String? = nil, certifier: String? = nil
  ) {
    var survey = AccessibilitySurvey(images: images)
    survey.add(sections)
    self.init(survey, language: language, certifier: certifier)
  }

  /// The accessibility of what was found.
  init(_ survey: AccessibilitySurvey, language: String?, certifier: String?) {
    let isStructured = survey.headings > 1
    let isSeen = survey.pictures > 0 || survey.hasCover
    let isDescribed = survey.undescribed == 0
    pictures = survey.pictures
    undescribedPictures = survey.undescribed
    modes = ["textual"] + (isSeen ? ["visual"] : [])
    sufficientModes = isDescribed && !survey.hasDrawnText ? ["textual"] : ["textual,visual"]
    features =
      ["tableOfContents", "readingOrder"] + (isStructured ? ["structuralNavigation"] : [])
      + (isSeen && isDescribed ? ["alternativeText"] : [])
      + (survey.hasRuby ? ["rubyAnnotations"] : []) + ["displayTransformability", "unlocked"]
    // A picture that moves may flash; nobody has looked.
    hazards = survey.mayFlash ? ["unknown"] : ["none"]
    let holds =
      language != nil && isDescribed && !survey.mayFlash && !survey.hasDrawnText
      && !survey.hasTableWithoutHeads
    self.certifier = holds ? certifier : nil
    summary = Self.summary(of: survey, isStructured: isStructured)
  }

  private static func summary(of survey: AccessibilitySurvey, isStructured: Bool) -> String {
    "The book is \(survey.pictures > 0 ? "text and pictures" : "text alone"), in reading order, "
      + "with a table of contents" + (isStructured ? " and a heading for each of its chapters" : "")
      + ". \(words(for: survey)), and its type can be set as the reader likes."
  }

  private static func words(for survey: AccessibilitySurvey) -> String {
    let (all, missing) = (survey.pictures, survey.undescribed)
    switch all {
    case 0: return "It has no images, sounds or scripts"
    case 1:
      return "Its picture has \(missing == 0 ? "a" : "no") description in words; it has no sounds "
        + "or scripts"
    default:
      return
        (missing == 0
        ? "Each of its pictures has a description in words"
        : "\(missing) of its \(all) pictures \(missing == 1 ? "has" : "have") no description in "
          + "words") + "; it has no sounds or scripts"
    }
  }
}
