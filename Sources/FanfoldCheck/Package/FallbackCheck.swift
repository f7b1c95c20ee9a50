/// Follows the fallbacks of manifest items (EPUB 3.3 §5.6.2, OPF 2.0.1 §2.3.1.1).
enum FallbackCheck {
  static let rules: [Rule] = [.fallbackMissing, .fallbackStyleMissing, .fallbackInCircle]

  private enum State { case unseen, open, resolved, inCircle }

  /// Finds out which items have something every reader can show, however long their chains are.
  static func resolve(
    _ items: inout [ManifestItem], _ byID: [String: Int], _ rendition: inout Rendition
  ) {
    var states = [State](repeating: .unseen, count: items.count)
    for start in items.indices where states[start] == .unseen {
      guard items[start].hasFallback else {
        settle(&items, start, byID, isCircle: false, &rendition)
        states[start] = .resolved
        continue
      }
      var chain: [Int] = []
      var next: Int? = start
      while let index = next, states[index] == .unseen {
        states[index] = .open
        chain.append(index)
        next = items[index].hasFallback ? byID[items[index].fallback] : nil
      }
      let isCircle = next.map { states[$0] == .open || states[$0] == .inCircle } ?? false
      for index in chain.reversed() {
        settle(&items, index, byID, isCircle: isCircle, &rendition)
        states[index] = isCircle ? .inCircle : .resolved
      }
    }
    // EPUBCheck goes round the items until none is left that it can settle, and names the second
    // of those behind the last one settled.
    let unsettled = items.indices.filter { states[$0] == .inCircle }
    guard !unsettled.isEmpty else { return }
    let last = states.lastIndex(of: .resolved) ?? -1
    let queue = unsettled.filter { $0 > last } + unsettled.filter { $0 < last }
    rendition.findings.add(.fallbackInCircle, at: items[queue[1 % queue.count]].place)
  }

  private static func settle(
    _ items: inout [ManifestItem], _ index: Int, _ byID: [String: Int], isCircle: Bool,
    _ rendition: inout Rendition
  ) {
    let (type, version) = (items[index].mediaType, rendition.version)
    var hasCore =
      MediaType.isCore(type) || version == .epub2 && MediaType.isImage(type, version)
    var hasContent =
      MediaType.isContentDocument(type, version) || MediaType.isOldContentDocument(type)
    if items[index].hasFallback, !isCircle {
      if let fallback = byID[items[index].fallback] {
        hasCore = hasCore || items[fallback].hasCoreFallback
        hasContent = hasContent || items[fallback].hasContentFallback
      } else {
        rendition.findings.add(
          .fallbackMissing, at: items[index].place,
          "there is no item '\(items[index].fallback)' to fall back to")
      }
    }
    if version == .epub2, !items[index].fallbackStyle.isEmpty {
      if let style = byID[items[index].fallbackStyle] {
        let isStyle = [MediaType.css, MediaType.oebStyle].contains(items[style].mediaType)
        hasCore = hasCore || isStyle
        hasContent = hasContent || isStyle
      } else {
        rendition.findings.add(
          .fallbackStyleMissing, at: items[index].place,
          "there is no item '\(items[index].fallbackStyle)' for the style")
      }
    }
    items[index].hasCoreFallback = hasCore
    items[index].hasContentFallback = hasContent
  }
}

extension Rule {
  static let fallbackMissing = Rule(
    "OPF-040", "fallback-missing", .error, "an item falls back to one that is not in the manifest",
    help: "Correct the fallback attribute.", see: "EPUB 3.3 §5.6.2")
  static let fallbackStyleMissing = Rule(
    "OPF-041", "fallback-style-missing", .error,
    "the style sheet to fall back to is not in the manifest",
    help: "Correct the fallback-style attribute.", see: "OPF 2.0.1 §2.3.1.1")
  static let fallbackInCircle = Rule(
    "OPF-045", "fallback-in-circle", .error, "items fall back to each other in a circle",
    help: "Let the chain end in an item every reader can show.", see: "EPUB 3.3 §5.6.2")
}
