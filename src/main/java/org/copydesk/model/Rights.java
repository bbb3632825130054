package org.copydesk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a publisher says may be done with a page, as it is stated: nothing is concluded from what is
 * not there. Which places say it is {@link RightsCarrier}'s to know.
 *
 * @param robots directives in lower case, sorted, each once: {@code noai, noindex}; null when none
 * @param tdmReservation whether text and data mining is reserved; null when that is not said
 * @param tdmPolicy address of the terms; null when none
 * @param contentUsage preferences as written: {@code train-ai=n}; null when none
 * @param licence address or name of a licence, as written; null when none
 * @param agentsDisallowed agents of AI that {@code robots.txt} keeps from the page, sorted; {@code
 *     *} where it keeps all that it does not name
 */
public record Rights(
    String robots,
    Boolean tdmReservation,
    String tdmPolicy,
    String contentUsage,
    String licence,
    List<String> agentsDisallowed) {
  /** Nothing is said. */
  public static final Rights NONE = new Rights(null, null, null, null, null, List.of());

  private static final int MOST_DIRECTIVES = 32;
  private static final int LONGEST_DIRECTIVE = 64;
  private static final int LONGEST_VALUE = 1000;

  public Rights {
    agentsDisallowed = List.copyOf(agentsDisallowed);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * What one place says.
   *
   * @param value as written; what cannot be understood says nothing
   */
  public static Rights of(RightsCarrier.Says says, String value) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.length() > LONGEST_VALUE) {
      return NONE;
    }
    return switch (says) {
      case ROBOTS -> new Rights(directives(List.of(text)), null, null, null, null, List.of());
      case TDM_RESERVATION -> {
        boolean isKnown = text.equals("1") || text.equals("0");
        yield isKnown ? new Rights(null, text.equals("1"), null, null, null, List.of()) : NONE;
      }
      case TDM_POLICY -> new Rights(null, null, text, null, null, List.of());
      case CONTENT_USAGE -> new Rights(null, null, null, text, null, List.of());
      case LICENCE -> new Rights(null, null, null, null, text, List.of());
      case AGENTS_DISALLOWED -> new Rights(null, null, null, null, null, List.of(text));
    };
  }

  /** The same with what another place says; of two that differ this one counts. */
  public Rights and(Rights other) {
    if (other.isNone()) {
      return this;
    }
    List<String> directives = new ArrayList<>();
    directives.add(robots);
    directives.add(other.robots);
    TreeSet<String> agents = new TreeSet<>(agentsDisallowed);
    agents.addAll(other.agentsDisallowed);
    // A policy belongs to the place that reserves.
    boolean isOther = tdmReservation == null && other.tdmReservation != null;
    return new Rights(
        directives(directives),
        tdmReservation != null ? tdmReservation : other.tdmReservation,
        tdmPolicy != null && !isOther
            ? tdmPolicy
            : other.tdmPolicy != null ? other.tdmPolicy : tdmPolicy,
        contentUsage != null ? contentUsage : other.contentUsage,
        licence != null ? licence : other.licence,
        List.copyOf(agents));
  }

  private static String directives(List<String> lists) {
    TreeSet<String> found = new TreeSet<>();
    for (String list : lists) {
      if (list != null) {
        for (String directive : list.toLowerCase(Locale.ROOT).split(",")) {
          String name = directive.strip().replaceAll("\\s+", " ");
          boolean isOne = !name.isEmpty() && name.length() <= LONGEST_DIRECTIVE;
          if (isOne && found.size() < MOST_DIRECTIVES) {
            found.add(name);
          }
        }
      }
    }
    return found.isEmpty() ? null : String.join(", ", found);
  }

  /** Whether the page says that it is not for AI. */
  public boolean refusesAi() {
    return robots != null && Arrays.asList(robots.split(", ")).contains("noai");
  }

  /** Whether a preference says that no model is to be trained on the page. */
  public boolean refusesTraining() {
    if (contentUsage == null) {
      return false;
    }
    for (String preference : contentUsage.toLowerCase(Locale.ROOT).split("[,;]")) {
      String bare = preference.replaceAll("\\s+", "");
      if (bare.equals("train-ai=n") || bare.equals("ai-train=no") || bare.equals("bots=n")) {
        return true;
      }
    }
    return false;
  }
}
