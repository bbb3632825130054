package org.copydesk.command.options;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.PageType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which kinds of pages of HTML become articles. */
public final class PageTypeOptions {
  private static final String ALL = "all";

  @Option(
      names = "--page-types",
      paramLabel = "TYPE,TYPE|all",
      split = ",",
      converter = Name.class,
      defaultValue = "article,live",
      description = {
        "Pages of HTML of these types become articles: article, live, forum, product, listing,",
        "collection, documentation, service; others are skipped with their type as reason, and",
        "their teasers count."
      })
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--keep-doubtful",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = {
        "Keep pages that may be of these types; false keeps only those that most likely are.",
        "The columns page_type and page_type_confidence say what each was taken for."
      })
  private boolean keepsDoubtful;

  /** The name of a type, or all of them. */
  static final class Name implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      Set<String> names = new TreeSet<>(Set.of(ALL));
      for (PageType type : PageType.values()) {
        names.add(type.stored());
      }
      String name = value.strip().toLowerCase(java.util.Locale.ROOT);
      if (!names.contains(name)) {
        throw new TypeConversionException(
            "no page type is called " + value + NearestName.suggestion(name, names));
      }
      return name;
    }
  }

  public HtmlSettings settings() {
    return HtmlSettings.defaults().withPageTypes(chosen(), keepsDoubtful);
  }

  /** The types by name, in one order, however they were given. */
  public String listed() {
    Set<PageType> chosen = chosen();
    return chosen.size() == PageType.values().length
        ? ALL
        : String.join(",", chosen.stream().map(PageType::stored).toList());
  }

  private Set<PageType> chosen() {
    if (types.contains(ALL)) {
      return EnumSet.allOf(PageType.class);
    }
    Set<PageType> chosen = EnumSet.noneOf(PageType.class);
    for (String name : types) {
      chosen.add(PageType.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
    }
    return chosen;
  }
}
