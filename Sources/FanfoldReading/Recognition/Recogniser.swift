internal import FanfoldStory

/// Understands a manuscript: the steps from lines to a story, each one in a file of its own.
struct Recogniser {
  let lexicon: Lexicon

  func story(from manuscript: Manuscript) -> Story {
    var draft = Draft(manuscript)
    FactReader(lexicon: lexicon).applyFields(to: &draft)
    let siteTitle = SiteChrome(lexicon: lexicon).remove(from: &draft)
    Transport().remove(from: &draft)
    if manuscript.statesRoles { return statedStory(draft) }
    let outline = ChapterOutline(draft.manuscript, parser: HeadingParser(words: lexicon.headings))
    for line in outline.redundantLines {
      draft.take(
        line, .markup, rule: "contents", reason: "the book makes its own table of contents")
    }
    let headings = outline.headings.filter { draft.fates[$0.line] == .text }
    BracketedNotes(labels: lexicon.labels).read(&draft)
    readFront(&draft, headings, siteTitle: siteTitle)
    BackMatter(lexicon: lexicon).read(&draft, headings: headings)
    Subheadings().read(&draft)
    SceneBreaks(marks: lexicon.sceneBreaks).read(&draft, headings: headings)
    NoteFacts(ratings: lexicon.ratings).read(&draft)
    FandomReader(names: lexicon.fandoms).read(&draft)
    if draft.metadata.language == nil {
      draft.metadata.language = lexicon.languages.language(of: bodySample(draft))
    }
    return StoryAssembler(draft, headings: headings).story()
  }

  /// The story of a format that says what its parts are; only what lies within the parts is left to find out.
  private func statedStory(_ draft: Draft) -> Story {
    var draft = draft
    let headings = StatedOutline(parser: HeadingParser(words: lexicon.headings)).read(&draft)
    Subheadings().read(&draft)
    SceneBreaks(marks: lexicon.sceneBreaks).read(&draft, headings: headings)
    FactReader(lexicon: lexicon).fillGaps(in: &draft)
    FandomReader(names: lexicon.fandoms).read(&draft)
    if draft.metadata.language == nil {
      draft.metadata.language = lexicon.languages.language(of: draft.manuscript.text[...])
    }
    return StoryAssembler(draft, headings: headings).story()
  }

  private func readFront(
    _ draft: inout Draft, _ headings: [ChapterOutline.Heading], siteTitle: String?
  ) {
    if let siteTitle {
      draft.metadata.title = siteTitle
    }
    var front = FrontMatter(lexicon: lexicon)
    front.read(&draft, before: headings.first?.line)
    Blurb(lexicon: lexicon).read(&draft)
  }

  private func bodySample(_ draft: Draft) -> ArraySlice<UInt8> {
    guard draft.storyStart < draft.manuscript.lines.count else { return draft.manuscript.text[...] }
    return draft.manuscript.text[draft.manuscript.lines[draft.storyStart].range.lowerBound...]
  }
}
