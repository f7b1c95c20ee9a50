/// Where a book has the author's words that are not the story.
public enum NotePlacement: String, Sendable, Hashable, CaseIterable {
  /// Around the chapter they belong to.
  case inline
  /// On pages behind the story, with links there and back.
  case end
  /// Behind a link in the chapter; reading systems open them over the page.
  case popup
  /// Nowhere: each is listed among what was left out.
  case none
}
