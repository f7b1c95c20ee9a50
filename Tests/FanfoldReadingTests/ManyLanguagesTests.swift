import FanfoldStory
import Testing

@testable import FanfoldReading

/// The same short story as readers of many languages save it.
@Suite struct ManyLanguagesTests {
  struct Saved: Sendable, CustomTestStringConvertible {
    let language: String
    let header: String
    let headings: [String]
    let end: String
    let prose: String
    var testDescription: String { language }
  }

  private static let saved = [
    Saved(
      language: "tr", header: "Yazar: Rowan\nÖzet: Bir mektup",
      headings: ["Giriş", "Bölüm 1", "Bölüm 2", "Sonsöz"], end: "Son",
      prose: "Lamba yine sönmüştü ve kadın basamakları fısıltıyla sayıyordu."),
    Saved(
      language: "vi", header: "Tác giả: Rowan\nTóm tắt: Một lá thư",
      headings: ["Mở đầu", "Chương 1", "Chương 2", "Ngoại truyện"], end: "Hết",
      prose: "Ngọn đèn ở chiếu nghỉ lại tắt, và cô vừa leo lên vừa đếm từng bậc thang."),
    Saved(
      language: "id", header: "Penulis: Rowan\nRingkasan: Sepucuk surat",
      headings: ["Prolog", "Bab 1", "Bab 2", "Epilog"], end: "Tamat",
      prose: "Lampu di tangga padam lagi, dan wanita itu menghitung anak tangga dengan berbisik."),
    Saved(
      language: "tl", header: "May-akda: Rowan\nBuod: Isang liham",
      headings: ["Prologo", "Kabanata 1", "Kabanata 2", "Epilogo"], end: "Wakas",
      prose: "Namatay na naman ang ilaw sa hagdan, at binilang niya ang mga baitang."),
    Saved(
      language: "th", header: "ผู้แต่ง: Rowan\nเรื่องย่อ: จดหมาย",
      headings: ["บทนำ", "บทที่ 1", "บทที่ ๒", "บทส่งท้าย"], end: "จบ",
      prose: "โคมไฟตรงชานพักบันไดดับอีกแล้ว เธอนับขั้นบันไดเบาๆ ขณะเดินขึ้นไป"),
    Saved(
      language: "ar", header: "الكاتبة: Rowan\nالملخص: رسالة",
      headings: ["مقدمة", "الفصل الأول", "الفصل الثاني", "الخاتمة"], end: "النهاية",
      prose: "انطفأ المصباح على الدرج مرة أخرى، وكانت تعد الدرجات همسا وهي تصعد."),
    Saved(
      language: "he", header: "כותבת: Rowan\nתקציר: מכתב",
      headings: ["פרולוג", "פרק 1", "פרק שני", "אפילוג"], end: "הסוף",
      prose: "המנורה בחדר המדרגות כבתה שוב, והיא ספרה את המדרגות בלחש."),
    Saved(
      language: "el", header: "Συγγραφέας: Rowan\nΠερίληψη: Ένα γράμμα",
      headings: ["Πρόλογος", "Κεφάλαιο 1", "Κεφάλαιο 2", "Επίλογος"], end: "Τέλος",
      prose: "Η λάμπα στο κεφαλόσκαλο είχε σβήσει πάλι και μετρούσε ψιθυριστά τα σκαλιά."),
    Saved(
      language: "ko", header: "작가: Rowan\n줄거리: 편지 한 통",
      headings: ["프롤로그", "제1장", "제2장", "에필로그"], end: "끝",
      prose: "층계참의 등불이 또 꺼져 있어서 그녀는 작은 소리로 계단을 세며 올라갔다."),
    Saved(
      language: "hu", header: "Szerző: Rowan\nÖsszefoglaló: Egy levél",
      headings: ["Prológus", "1. fejezet", "2. fejezet", "Epilógus"], end: "Vége",
      prose: "A lépcsőház lámpája megint kialudt, és ő halkan számolta a lépcsőket."),
    Saved(
      language: "fi", header: "Kirjoittaja: Rowan\nTiivistelmä: Kirje",
      headings: ["Prologi", "Luku 1", "Luku 2", "Epilogi"], end: "Loppu",
      prose: "Porrastasanteen lamppu oli taas sammunut, ja hän laski portaita hiljaa."),
  ]

  @Test("has its author, summary, chapters and ending", arguments: saved)
  func reads(saved: Saved) throws {
    let pair = [saved.prose, "\(saved.prose) \(saved.prose) \(saved.prose)"]
    let paragraphs = (pair + pair + pair).joined(separator: "\n\n")
    let text =
      "Rowan & Ash\n\n\(saved.header)\n\n"
      + saved.headings.map { "\($0)\n\n\(paragraphs)\n\n" }.joined() + saved.end + "\n"
    let story = try StoryReader().read(StoryFile(name: "story.txt", bytes: Array(text.utf8))).story
    #expect(story.metadata.authors == [Author("Rowan")])
    #expect(!story.metadata.summary.isEmpty)
    #expect(story.chapters.map { $0.label ?? $0.title } == saved.headings)
    #expect(story.chapters.map(\.blocks.count) == [6, 6, 6, 6])
  }

  @Test(
    "letters in two parts are the same letters",
    arguments: [
      ("Re\u{301}sume\u{301}", "resume"), ("Chu\u{31B}o\u{31B}ng", "chuong"),
      ("\u{1EA4}m", "am"),
    ])
  func decomposed(word: String, folded: String) { #expect(Folding.fold(word) == folded) }
}
