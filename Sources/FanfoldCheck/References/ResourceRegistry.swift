/// The resources of a rendition, the places in them that have ids, and all that refers to them.
struct ResourceRegistry: Sendable {
  struct Resource: Sendable {
    let mediaType: String
    /// Its place in the manifest, if it is there.
    let item: Int?
  }

  /// Where an id stands.
  struct Anchor: Sendable {
    /// From 1, in the order of the document.
    let position: Int
    let kind: Reference.Kind
  }

  private(set) var resources: [BookURL: Resource] = [:]
  private(set) var references: [Reference] = []
  private var anchors: [BookURL: [String: Anchor]] = [:]

  mutating func register(_ url: BookURL, mediaType: String, item: Int? = nil) {
    if resources[url] == nil { resources[url] = Resource(mediaType: mediaType, item: item) }
  }

  /// Notes the ids of a document in their order; the first of two equal ones counts.
  mutating func register(ids: [(id: String, kind: Reference.Kind)], of document: BookURL) {
    guard !ids.isEmpty else { return }
    var known = anchors[document] ?? [:]
    known.reserveCapacity(ids.count)
    for (id, kind) in ids where known[id] == nil {
      known[id] = Anchor(position: known.count + 1, kind: kind)
    }
    anchors[document] = known
  }

  mutating func register(_ reference: Reference) {
    references.append(reference)
    if reference.url.isData {
      register(reference.url, mediaType: reference.url.dataType)
    }
  }

  func anchor(_ id: String, in document: BookURL) -> Anchor? { anchors[document]?[id] }

  /// The media type of a resource as the manifest has it, or a data URL.
  func mediaType(of url: BookURL?) -> String? {
    guard let url else { return nil }
    return url.isData ? url.dataType : resources[url]?.mediaType
  }
}
