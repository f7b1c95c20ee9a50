/// All rules, for those who list or explain them.
public enum RuleCatalog {
  /// The rules in the order of their ids, then of their names.
  public static var all: [Rule] {
    groups.flatMap { $0 }.sorted { ($0.id, $0.name) < ($1.id, $1.name) }
  }

  /// The rule with that name, or those with that id of EPUBCheck.
  public static func rules(named word: String) -> [Rule] {
    let wanted = word.lowercased()
    return all.filter { $0.name == wanted || $0.id.lowercased() == wanted }
  }

  private static var groups: [[Rule]] {
    [
      ContainerCheck.rules, ContainerFilesCheck.rules, FileNameCheck.rules, ZipCheck.rules,
      ContentFeatureCheck.rules, ContentReferenceCheck.rules, ContentLayoutCheck.rules,
      DocumentTypeCheck.rules, DTBookCheck.rules, ImageCheck.rules, NCXCheck.rules,
      OverlayCheck.rules, ReservedAttributeCheck.rules, SearchKeyMapCheck.rules, XMLCheck.rules,
      ItemCheck.rules, CollectionCheck.rules, FallbackCheck.rules, ManifestCheck.rules,
      PackageConstraintCheck.rules, LinkElementCheck.rules, PackageElementCheck.rules,
      MetadataElementCheck.rules, PublicationCheck.rules, CollectionConstraintCheck.rules,
      ProfileConstraintCheck.rules, RuleHalt.rules, NCXConstraintCheck.rules,
      RenditionSelectionCheck.rules, ContainerMetadataCheck.rules, RefinementCheck.rules,
      RenditionPropertyCheck.rules, ResourceUseCheck.rules, SpineCheck.rules, FragmentCheck.rules,
      ReadingOrderCheck.rules, ReferenceCheck.rules, URLCheck.rules, GrammarCheck.rules,
      PrefixDeclaration.rules, PropertyCheck.rules, StyleCheck.rules,
      ContentConstraintCheck.rules, NavigationConstraintCheck.rules, IndexContentCheck.rules,
      DictionaryContentCheck.rules, DataNavigationCheck.rules, IndexStructureCheck.rules,
      EducationStructureCheck.rules, EducationSemanticsCheck.rules, SVGTitleCheck.rules,
    ]
  }
}
