package org.copydesk.segment;

import java.util.List;
import org.copydesk.segment.fields.ProviderReader;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;

/** Names the rule that spoke loudest for a line's label: what {@code spans.rule} stores. */
final class RuleName {
  private RuleName() {}

  static String of(List<Unit> units, int i, State state) {
    Unit unit = units.get(i);
    if (unit.rule != null) {
      return unit.rule;
    }
    boolean isCut = LineEvidence.isCut(units, i);
    return switch (state.label) {
      case TITLE -> unit.isPageTitle ? "title-given" : "title-before-body";
      case BYLINE -> "byline-words";
      case DATE -> "date-line";
      case DATELINE -> "dateline-alone";
      case PROVIDER ->
          switch (unit.credit) {
            case ProviderReader.HOUSE -> "provided-by";
            case ProviderReader.WORK -> "worked-on-by";
            case ProviderReader.COPYRIGHT -> "copyright-after-body";
            default -> unit.siteClass == LineClass.CREDIT ? "site-credit" : "beside-credit";
          };
      case HEADING -> unit.siteClass == LineClass.HEADING ? "site-heading" : "heading-words";
      case TEASER_TITLE ->
          unit.siteClass == LineClass.TEASER_TITLE
              ? "site-teaser"
              : i + 1 < units.size() && LineEvidence.isCut(units, i + 1)
                  ? "title-of-cut-snippet"
                  : unit.isRunAfterHeading ? "list-after-heading" : "title-in-run";
      case TEASER_SNIPPET ->
          unit.isMarkerAlone
              ? "marker-line"
              : unit.marker == Unit.SURE_MARKER
                  ? unit.isTruncated ? "sign-and-marker" : "marker-at-end"
                  : unit.siteClass == LineClass.TEASER_SNIPPET
                      ? "site-teaser"
                      : isCut
                          ? "truncation-sign"
                          : unit.isRunAfterHeading ? "list-after-heading" : "snippet-in-run";
      case BOILERPLATE ->
          unit.siteClass == LineClass.BOILERPLATE
              ? "site-recurring"
              : unit.isChrome
                  ? "furniture-words"
                  : unit.isCrossLink
                      ? "cross-link"
                      : unit.isRepeated
                          ? "repeated-on-page"
                          : state == State.BEFORE ? "before-title" : "outside-article";
      default -> unit.isProse() ? "prose" : "between-prose";
    };
  }
}
