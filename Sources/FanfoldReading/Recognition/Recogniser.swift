internal import FanfoldStory

/// What was understood of a manuscript.
struct Recognition {
  var story: Story
  var decisions: [Decision]
  var remarks: [String]
  /// What a reader says about chapters, by their indices in the story.
  var corrections: [Int: Sidecar.ChapterStart]
}

/// Understands a manuscript: the steps from lines to a story, each one in a file of its own.
struct Recogniser {
  let lexicon: Lexicon
  /// Whether the decisions are put into words.
  var explains = false
  /// What a reader knows better.
  var sidecar: Sidecar?

  func recognise(_ manuscript: Manuscript) -> Recognition {
    var draft = Draft(manuscript, judge: lexicon.judge, explains: explains)
    if let sidecar { Corrections(sidecar: sidecar).apply(to: &draft) }
    manuscript.copied?.take(from: &draft)
    FactReader(lexicon: lexicon).applyFields(to: &draft)
    let siteTitle = SiteChrome(lexicon: lexicon).remove(from: &draft)
    Transport().remove(from: &draft)
    let headings =
      manuscript.statesRoles ? readStated(&draft) : readFound(&draft, siteTitle: siteTitle)
    let authors = draft.metadata.authors
    let story = StoryAssembler(
      draft, headings: headings.map { $0.withoutAuthor(authors, manuscript) }
    ).story()
    let lost = manuscript.images.count - story.images.count
    if lost > 0 {
      draft.remarks.append(
        "\(lost) \(lost == 1 ? "picture" : "pictures") on lines that are no text went with them")
    }
    if explains { GapDecision(story: story).enter(into: &draft) }
    return Recognition(
      story: story, decisions: draft.decisions, remarks: draft.remarks,
      corrections: corrections(headings, story))
  }

  /// Finds out what the lines of a text are that says nothing about it.
  private func readFound(_ draft: inout Draft, siteTitle: String?) -> [ChapterOutline.Heading] {
    let outline = ChapterOutline(draft, lexicon: lexicon)
    for line in outline.redundantLines {
      draft.take(
        line, .markup, rule: "contents", reason: "the book makes its own table of contents")
    }
    let headings = corrected(outline.headings.filter { draft.fates[$0.line] == .text }, &draft)
    if explains { ChapterDecisions(outline: outline, headings: headings).enter(into: &draft) }
    if draft.manuscript.shape.fullLines != nil {
      draft.decide { ShapeDecision(shape: $0.manuscript.shape).decision() }
    }
    BracketedNotes(labels: lexicon.labels).read(&draft)
    readFront(&draft, headings, siteTitle: siteTitle)
    takeSharedTitle(outline.sharedTitle, &draft)
    ChapterHeads(lexicon: lexicon).read(&draft, headings: headings)
    BackLabels(lexicon: lexicon).read(&draft)
    BackMatter(lexicon: lexicon).read(&draft, headings: headings)
    Subheadings(marks: lexicon.sceneBreaks).read(&draft)
    SceneBreaks(marks: lexicon.sceneBreaks, notes: lexicon.notes).read(&draft, headings: headings)
    LineHyphens().read(&draft)
    NoteFacts(ratings: lexicon.ratings).read(&draft)
    FandomReader(names: lexicon.fandoms).read(&draft)
    readLanguage(&draft, bodySample(draft))
    draft.dropIdleDoubts()
    // A line that says something else after all heads nothing.
    return headings.filter { !$0.takesLine || draft.fates[$0.line] != .taken }
  }

  /// The parts of a format that says what its parts are; only what lies within them is left to find out.
  private func readStated(_ draft: inout Draft) -> [ChapterOutline.Heading] {
    let stated = StatedOutline(parser: HeadingParser(words: lexicon.headings)).read(&draft)
    let headings = corrected(stated, &draft)
    if explains { ChapterDecisions(outline: nil, headings: headings).enter(into: &draft) }
    Subheadings(marks: lexicon.sceneBreaks).read(&draft)
    SceneBreaks(marks: lexicon.sceneBreaks, notes: lexicon.notes).read(&draft, headings: headings)
    FactReader(lexicon: lexicon).fillGaps(in: &draft)
    FandomReader(names: lexicon.fandoms).read(&draft)
    readLanguage(&draft, draft.manuscript.text[...])
    return headings
  }

  /// The headings as a reader wants them.
  private func corrected(
    _ headings: [ChapterOutline.Heading], _ draft: inout Draft
  ) -> [ChapterOutline.Heading] {
    guard let sidecar, let starts = sidecar.chapters else { return headings }
    return Corrections(sidecar: sidecar).headings(starts, found: headings, in: &draft)
  }

  private func corrections(
    _ headings: [ChapterOutline.Heading], _ story: Story
  ) -> [Int: Sidecar.ChapterStart] {
    let first = story.chapters.count - headings.count
    return headings.enumerated().reduce(into: [:]) { found, item in
      found[first + item.offset] = item.element.correction
    }
  }

  private func readLanguage(_ draft: inout Draft, _ sample: ArraySlice<UInt8>) {
    guard draft.metadata.language == nil else { return }
    let tag = lexicon.languages.language(of: sample)
    draft.metadata.language = tag
    draft.decide { _ in lexicon.languages.decision(tag, of: sample) }
  }

  private func readFront(
    _ draft: inout Draft, _ headings: [ChapterOutline.Heading], siteTitle: String?
  ) {
    if let siteTitle {
      draft.metadata.title = siteTitle
      draft.decide { _ in
        Decision(
          .title, siteTitle, rule: "site-furniture", at: nil,
          because: "the site's slogan stands right behind it")
      }
    }
    var front = FrontMatter(lexicon: lexicon)
    front.read(&draft, before: headings.first?.line)
    Blurb(lexicon: lexicon).read(&draft)
  }

  /// The title that stands in each heading names a story that nothing else does.
  private func takeSharedTitle(_ title: Range<Int>?, _ draft: inout Draft) {
    guard draft.metadata.title == nil, let title else { return }
    let words = draft.manuscript.string(title)
    draft.metadata.title = words
    draft.decide { _ in
      Decision(
        .title, words, rule: "heading-title", at: nil, because: "the headings of all parts say so")
    }
  }

  private func bodySample(_ draft: Draft) -> ArraySlice<UInt8> {
    guard draft.storyStart < draft.manuscript.lines.count else { return draft.manuscript.text[...] }
    return draft.manuscript.text[draft.manuscript.lines[draft.storyStart].range.lowerBound...]
  }
}
