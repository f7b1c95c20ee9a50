// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, and imports say what they need and what they show.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
/// For the modules that import no C.
let safe = strict + [.strictMemorySafety()]

let package = Package(
  name: "fanfold",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Fanfold", targets: ["Fanfold"]),
    .executable(name: "fanfold", targets: ["fanfold-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // 4 command
    .executableTarget(
      name: "fanfold-cli",
      dependencies: [
        "Fanfold", "FanfoldMarkup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "fanfold-bench",
      dependencies: [
        "Fanfold", "FanfoldArchive", "FanfoldCover", "FanfoldReading", "CLibDeflate", "CLibXML2",
      ],
      swiftSettings: strict),

    // 3 pipeline
    .target(
      name: "Fanfold",
      dependencies: [
        "FanfoldReading", "FanfoldEPUB", "FanfoldCheck", "FanfoldCover", "FanfoldPublication",
        "FanfoldStory", "FanfoldArchive", "FanfoldMarkup",
      ],
      swiftSettings: strict),

    // 2 stages: siblings that never import each other
    .target(
      name: "FanfoldReading",
      dependencies: [
        "FanfoldStory", "FanfoldPublication", "FanfoldMarkup", "FanfoldArchive",
        "FanfoldResources",
      ],
      swiftSettings: safe),
    .target(
      name: "FanfoldEPUB",
      dependencies: [
        "FanfoldStory", "FanfoldMarkup", "FanfoldArchive", "FanfoldResources",
      ],
      swiftSettings: safe),
    .target(
      name: "FanfoldCheck",
      dependencies: [
        "FanfoldPublication", "FanfoldMarkup", "FanfoldArchive", "FanfoldResources",
      ],
      swiftSettings: safe),

    // 1 ground
    .target(name: "FanfoldStory", swiftSettings: safe),
    .target(
      name: "FanfoldPublication", dependencies: ["FanfoldMarkup", "FanfoldArchive"],
      swiftSettings: safe),
    .target(
      name: "FanfoldMarkup",
      dependencies: ["CIconv", "CUchardet", "CLibXML2", "CLibYAML", "CCMarkGFM"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(
      name: "FanfoldArchive", dependencies: ["CLibZip", "CLibDeflate", "CNettle"],
      swiftSettings: strict),
    .target(
      name: "FanfoldCover", dependencies: ["CDrawing", "CLibDeflate"], swiftSettings: strict),
    .target(
      name: "FanfoldResources", dependencies: ["CFanfoldResources"], swiftSettings: strict),

    // 0 C
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CIconv"),
    // Declares and loads Cairo and Pango; nothing is linked.
    .target(name: "CDrawing", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "CFanfoldResources", path: "Resources",
      exclude: ["grammars", "screens", "sites", "tables", "themes"],
      sources: ["embed.c"]),

    // tests
    .testTarget(
      name: "FanfoldStoryTests", dependencies: ["FanfoldStory"], swiftSettings: strict),
    .testTarget(
      name: "FanfoldReadingTests",
      dependencies: [
        "FanfoldReading", "FanfoldStory", "FanfoldArchive", "FanfoldResources",
        "FanfoldPublication",
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "FanfoldTests", dependencies: ["Fanfold"], swiftSettings: strict),
    .testTarget(
      name: "fanfold-cliTests", dependencies: ["Fanfold", "fanfold-cli"], exclude: ["Expected"],
      swiftSettings: strict),
    .testTarget(
      name: "FanfoldMarkupTests", dependencies: ["FanfoldMarkup", "CIconv"], swiftSettings: strict),
    .testTarget(
      name: "FanfoldArchiveTests", dependencies: ["FanfoldArchive"], swiftSettings: strict),
    .testTarget(
      name: "FanfoldCoverTests", dependencies: ["FanfoldCover"], swiftSettings: strict),
    .testTarget(
      name: "FanfoldPublicationTests", dependencies: ["FanfoldPublication", "FanfoldArchive"],
      swiftSettings: strict),
    .testTarget(
      name: "FanfoldCheckTests", dependencies: ["FanfoldCheck", "FanfoldArchive"],
      exclude: ["Books", "Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "FanfoldEPUBTests",
      dependencies: [
        "FanfoldEPUB", "FanfoldReading", "FanfoldStory", "FanfoldArchive", "FanfoldMarkup",
        "FanfoldPublication",
      ],
      exclude: ["Goldens"],
      swiftSettings: strict),
  ]
)

// The fuzzer's build instruments every module, so its target is there only for `Scripts/fuzz`.
if Context.environment["FANFOLD_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fanfold-fuzz", dependencies: ["FanfoldCheck"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
