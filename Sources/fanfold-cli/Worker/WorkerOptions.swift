import Fanfold
import FanfoldMarkup

/// The options of a request: those of `convert`, and each key of its `--set`.
struct WorkerOptions {
  private(set) var conversion = ConversionOptions()
  private(set) var sidecars = true

  init(_ value: JSONValue?, modified: Int64?) throws {
    conversion.modified = modified
    guard let value, !value.isNull else { return }
    guard let members = value.members else {
      throw RequestError(
        "bad-request", "'options' is no object", help: "docs/worker.md has its fields")
    }
    for (name, option) in members { try take(name, option, of: value) }
  }

  private mutating func take(_ name: String, _ option: JSONValue, of value: JSONValue) throws {
    switch name {
    case "typography":
      guard let typography = option.text.flatMap(Typography.init(rawValue:)) else {
        throw RequestError(
          "bad-request", "'typography' is unknown", help: "use full, quotes or none")
      }
      conversion.typography = typography
    case "cover":
      guard let word = option.text else {
        throw RequestError("bad-request", "'cover' is no text", help: "use auto, none or a path")
      }
      conversion.cover = try CoverArgument.choice(word)
    case "theme":
      guard let word = option.text else {
        throw RequestError(
          "bad-request", "'theme' is no text", help: "use classic, modern, plain or a path")
      }
      conversion.theme = try ThemeArgument.choice(word)
    case "notes":
      guard let notes = option.text.flatMap(NotePlacement.init(rawValue:)) else {
        throw RequestError(
          "bad-request", "'notes' is unknown", help: "use inline, end, popup or none")
      }
      conversion.notes = notes
    case "kobo": conversion.isForKobo = try WorkerRequest.truth(name, in: value) ?? false
    case "contentsPage":
      conversion.hasContentsPage = try WorkerRequest.truth(name, in: value) ?? true
    case "modified":
      guard let seconds = option.integer, seconds >= 0 else {
        throw RequestError(
          "bad-request", "'modified' is no date", help: "give the seconds since 1970")
      }
      conversion.modified = Int64(seconds)
    case "check": conversion.isChecked = try WorkerRequest.truth(name, in: value) ?? true
    case "sidecar": sidecars = try WorkerRequest.truth(name, in: value) ?? true
    default: try override(name, option)
    }
  }

  private mutating func override(_ key: String, _ value: JSONValue) throws {
    for value in value.list ?? [value] {
      guard let text = value.text ?? value.integer.map(String.init) else {
        throw RequestError(
          "bad-request", "'\(key)' is no text", help: "give a text, or a list of texts")
      }
      do throws(OverrideError) { try conversion.overrides.set(key, to: text) } catch {
        throw RequestError("bad-request", "\(key): \(error.problem)", help: error.help)
      }
    }
  }
}
