internal import FanfoldReading

/// Where a book's cover comes from.
public enum CoverChoice: Sendable, Hashable {
  /// The source's own cover when it has one, else a drawn one.
  case automatic
  case none
  /// The picture in these bytes, a file of that name.
  case picture(bytes: [UInt8], name: String)

  /// Why a picture cannot be a cover; `nil` when it can.
  public static func fault(of bytes: [UInt8]) -> String? {
    var shelf = ImageShelf()
    switch shelf.take(bytes) {
    case .success: return nil
    case .failure(let refusal): return refusal.reason
    }
  }
}
