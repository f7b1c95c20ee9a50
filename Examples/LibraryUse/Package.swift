// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "LibraryUse",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "fanfold", path: "../..")],
  targets: [
    .executableTarget(
      name: "LibraryUse", dependencies: [.product(name: "Fanfold", package: "fanfold")])
  ]
)
