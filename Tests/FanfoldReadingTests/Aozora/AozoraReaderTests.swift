import FanfoldReading
import FanfoldStory
import Testing

@Suite("Texts in the notation of Aozora Bunko")
struct AozoraReaderTests {
  private static let rule = String(repeating: "-", count: 55)

  private static let prose = String(
    repeating: "船は長いあいだ港にあった。人々は毎朝それを見て、夜になると忘れた。", count: 6)

  /// A text of the archive around a body.
  private static func text(_ body: String, names: String = "雨宮灯") -> String {
    """
    灯台の夜
    \(names)

    \(rule)
    【テキスト中に現れる記号について】

    《》：ルビ
    （例）灯台《とうだい》

    ［＃］：入力者注　主に外字の説明や、傍点の位置の指定
    \(rule)

    \(body)

    底本：「灯台の夜」架空文庫、架空社
    　　　1989（平成元）年6月15日発行
    入力：某
    青空文庫作成ファイル：
    """
  }

  private func story(_ text: String) throws -> Story {
    let reading = try read(text, name: "toudai.txt")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story
  }

  private func inlines(_ line: String) throws -> [Inline] {
    let story = try story(Self.text("　" + line + "\n　" + Self.prose))
    guard case .paragraph(let inlines) = story.chapters[0].blocks[0].content else { return [] }
    return inlines
  }

  @Test("have title, author and chapters")
  func whole() throws {
    let story = try story(
      Self.text(
        """
        ［＃３字下げ］一、灯台《とうだい》［＃「一、灯台」は中見出し］

        　\(Self.prose)
        ［＃改ページ］
        　\(Self.prose)

        ［＃３字下げ］二、船［＃「二、船」は中見出し］

        　船が来た。\(Self.prose)
        """, names: "ある思い出\n雨宮灯\n霧野航訳"))
    #expect(story.metadata.title == "灯台の夜")
    #expect(story.metadata.authors == [Author("雨宮灯")])
    #expect(story.metadata.contributors == [Contributor("霧野航", role: .translator)])
    #expect(story.metadata.publisher == "青空文庫")
    #expect(story.headings == ["一、灯台", "二、船"])
    #expect(story.chapters[1].blocks.map(\.plainText) == ["船が来た。" + Self.prose])
    #expect(
      story.ledger.entries.contains { $0.rule == "aozora-colophon" && $0.text.contains("架空社") })
  }

  @Test(
    "have readings and styles",
    arguments: [
      (
        "その灯台《とうだい》は遠い。",
        [.text("その"), .ruby([.text("灯台")], reading: [.text("とうだい")]), .text("は遠い。")]
      ),
      (
        "東京《とうきょう》都《と》だ。",
        [
          .ruby([.text("東京")], reading: [.text("とうきょう")]),
          .ruby([.text("都")], reading: [.text("と")]), .text("だ。"),
        ]
      ),
      (
        "古い｜灯りの塔《ライトハウス》だ。",
        [.text("古い"), .ruby([.text("灯りの塔")], reading: [.text("ライトハウス")]), .text("だ。")]
      ),
      ("古い｜灯り《あかりと｜夜だ。", [.text("古い｜灯り《あかりと｜夜だ。")]),
      (
        "｜灯［＃「灯」に傍点］《あかり》",
        [.emphasis([.ruby([.text("灯")], reading: [.text("あかり")])])]
      ),
      ("｜《よる》と｜夜だ。", [.text("｜《よる》と｜夜だ。")]),
      (
        "一｜二｜灯り《あかり》だ。",
        [.text("一｜二"), .ruby([.text("灯り")], reading: [.text("あかり")]), .text("だ。")]
      ),
      (
        "けっしてどしどし［＃「どしどし」に傍点］行くな。",
        [.text("けっして"), .emphasis([.text("どしどし")]), .text("行くな。")]
      ),
      (
        "［＃太字］夜［＃太字終わり］だ。", [.strong([.text("夜")]), .text("だ。")]
      ),
      (
        "彼は※［＃「てへん＋劣」、第4水準2-12-93］った。",
        [.text("彼は\u{626D}った。")]
      ),
      ("字は※［＃「何か」、U+5516、12-3］だ。", [.text("字は\u{5516}だ。")]),
      ("字は※［＃「何か」、12-3］だ。", [.text("字は※だ。")]),
      ("《始まり》と書いてある。", [.text("《始まり》と書いてある。")]),
      ("終わりのない［＃注と書いてある。", [.text("終わりのない［＃注と書いてある。")]),
    ] as [(String, [Inline])])
  func line(line: String, expected: [Inline]) throws {
    #expect(try inlines(line) == expected)
  }

  @Test("are known without their legend by their readings")
  func withoutLegend() throws {
    let story = try story(
      """
      灯台の夜
      雨宮灯

      　その灯台《とうだい》は遠《とお》い。夜はまだ明けない。
      　船《ふね》が来た。それは長いあいだ待っていた船だった。
      """)
    #expect(story.metadata.title == "灯台の夜")
    #expect(story.body.count == 2)
    #expect(!story.body.joined().contains("《"))
  }

  @Test("are not those of other languages that quote titles so")
  func chinese() throws {
    let text = "灯塔之夜\n\n" + String(repeating: "他读了《红楼梦》，也读了《水浒传》和《西游记》。\n\n", count: 3)
    #expect(try story(text).body.allSatisfy { $0.contains("《红楼梦》") })
  }
}

/// The tags of pixiv's novels.
@Suite struct PixivTagTests {
  private static let prose = "彼女は包みを机に置いた。男は近づいてきて、とても慎重に紐をほどいた。"

  private func read(_ text: String) throws -> Reading {
    try StoryReader().read(StoryFile(name: "novel.txt", bytes: Array(text.utf8)))
  }

  @Test("chapters, readings, links and pictures")
  func tags() throws {
    let reading = try read(
      """
      [chapter:一章　灯り]
      　踊り場の[[rb:灯り > あかり]]が消えていた。[pixivimage:12345]
      　\(Self.prose)
      　\(Self.prose)
      [newpage]
      [chapter:二章　川]
      　続きは[[jumpuri:こちら > https://example.org/]]にある。[jump:1]
      　\(Self.prose)
      　\(Self.prose)
      """)
    let chapters = reading.story.chapters
    #expect(chapters.map(\.title) == ["一章　灯り", "二章　川"])
    #expect(
      chapters[0].blocks[0].content
        == .paragraph([
          .text("踊り場の"), .ruby([.text("灯り")], reading: [.text("あかり")]), .text("が消えていた。"),
        ]))
    #expect(chapters[1].blocks[0].plainText == "続きはこちらにある。")
    #expect(reading.account.isClosed)
  }

  @Test("brackets that are no tags stay", arguments: ["[newpages", "[[rb:漢字]]", "[chapter:"])
  func others(words: String) throws {
    let reading = try read(
      "　\(Self.prose)\n[newpage]\n　\(Self.prose)\n　灯りが\(words)消えていた。\n　\(Self.prose)\n")
    #expect(reading.story.chapters[0].blocks.map(\.plainText).contains("灯りが\(words)消えていた。"))
  }
}
