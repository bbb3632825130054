package org.copydesk.dedup.links;

import java.util.Locale;

/** How a teaser found its article, the surest first; the names in {@code link_method}. */
public enum LinkMethod {
  URL,
  TITLE,
  PREFIX,
  SHINGLE,
  /** The headline is the same, the text is not there: a weak link. */
  TITLE_ONLY;

  private final String stored = name().toLowerCase(Locale.ROOT);

  /** The name as it is stored. */
  public String stored() {
    return stored;
  }
}
