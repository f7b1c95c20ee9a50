import FanfoldReading
import FanfoldStory
import Testing

@Suite("The language of a text")
struct LanguageTests {
  private static let samples = [
    (
      "en",
      "The rain had been falling since dawn and nobody in the house had said a word to her about it. She was at the window with a cup of tea, but it was not warm, and he had not come."
    ),
    (
      "de",
      "Der Regen fiel seit dem Morgen und niemand im Haus hatte ein Wort gesagt. Sie stand am Fenster und dachte an den Brief, der auf dem Tisch lag. Es war nicht leicht, und sie wusste nicht, was sie schreiben sollte."
    ),
    (
      "fr",
      "La pluie tombait depuis l'aube et personne dans la maison n'avait dit un mot. Elle était à la fenêtre avec une tasse qui était froide, et elle pensait à la lettre que les autres ne voulaient pas lire."
    ),
    (
      "es",
      "La lluvia caía desde el alba y nadie en la casa había dicho una palabra. Ella estaba en la ventana con una taza fría y pensaba en la carta que no quería leer, pero que era para su madre."
    ),
    (
      "it",
      "La pioggia cadeva dall'alba e nella casa non aveva parlato nessuno. Lei era alla finestra con una tazza che era fredda, e pensava alla lettera che non voleva leggere, ma che era per lui."
    ),
    (
      "pt",
      "A chuva caía desde a madrugada e ninguém na casa tinha dito uma palavra. Ela estava na janela com uma chávena que não estava quente, mas pensava na carta que não queria ler para os outros."
    ),
    (
      "nl",
      "De regen viel sinds de ochtend en niemand in het huis had een woord gezegd. Ze stond voor het raam met een kop die koud was, maar ze dacht aan de brief die ik niet voor haar had geschreven."
    ),
    (
      "pl",
      "Deszcz padał od rana i nikt w domu nie powiedział ani słowa. Stała przy oknie i myślała, że to już nie ma sensu, ale list był do niej i nie było go jak oddać, bo tak się to stało."
    ),
    (
      "sv",
      "Regnet hade fallit sedan gryningen och ingen i huset hade sagt ett ord om det. Hon stod vid fönstret med en kopp som var kall, och hon tänkte på brevet som inte var till henne, men jag är här för att läsa det."
    ),
    (
      "ru",
      "Дождь шёл с самого утра, и никто в доме не сказал об этом ни слова. Она стояла у окна и думала о письме."
    ),
    (
      "uk",
      "Дощ ішов від самого ранку, і ніхто в домі не сказав про це ані слова. Вона стояла біля вікна й думала про її лист."
    ),
    (
      "el",
      "Η βροχή έπεφτε από την αυγή και κανείς στο σπίτι δεν είχε πει λέξη για αυτό. Στεκόταν στο παράθυρο."
    ),
    ("ja", "ある日の夕方の事である。一人の男が、門の下で雨やみを待っていた。広い門の下には、この男のほかに誰もいない。"),
    ("zh-Hans", "今天晚上，很好的月光。我不见他，已是三十多年；今天见了，精神分外爽快。才知道以前的三十多年，全是发昏。"),
    ("zh-Hant", "今天晚上，很好的月光。我不見他，已是三十多年；今天見了，精神分外爽快。纔知道以前的三十多年，全是發昏，這個時間還沒說。"),
    ("ko", "비는 새벽부터 내리고 있었고 집 안의 누구도 그것에 대해 한마디도 하지 않았다. 그녀는 창가에 서 있었다."),
    ("he", "הגשם ירד מאז עלות השחר, ואיש בבית לא אמר מילה על כך. היא עמדה ליד החלון."),
  ]

  @Test("is told from its little words or its script", arguments: samples.map(\.0))
  func told(tag: String) throws {
    let sample = try #require(Self.samples.first { $0.0 == tag }?.1)
    #expect(try read(sample + "\n\n" + sample).story.metadata.language == tag)
  }

  @Test("is left open where it cannot be told", arguments: ["Hm.", "Ah! Oh! Eh?", "12345 67890"])
  func open(text: String) throws {
    #expect(try read(text).story.metadata.language == nil)
  }
}
