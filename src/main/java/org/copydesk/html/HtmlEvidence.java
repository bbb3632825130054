package org.copydesk.html;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Groups of evidence that the HTML segmenter weighs; each can be left out to measure its worth. */
public enum HtmlEvidence {
  /** JSON-LD, microdata, Open Graph and meta. */
  STRUCTURED_DATA,
  /** What tags and ARIA roles mean: {@code article}, {@code nav}, {@code aside}. */
  SEMANTIC_TAGS,
  /** Class and id names. */
  NAMES,
  /** Share of a block's text that is links. */
  LINK_DENSITY,
  /** Known lines such as "read also" and "share this". */
  PHRASES,
  /** Weights of what blocks of a body look like, learned from labelled pages. */
  LEARNED_BLOCKS,
  /** Lines that recur on the site. */
  SITE_KNOWLEDGE;

  /** All groups. */
  public static Set<HtmlEvidence> all() {
    return Collections.unmodifiableSet(EnumSet.allOf(HtmlEvidence.class));
  }

  /** All groups but one. */
  public static Set<HtmlEvidence> allBut(HtmlEvidence one) {
    return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(one)));
  }

  /** The name as flags and tables write it: {@code structured-data}. */
  public String flag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
