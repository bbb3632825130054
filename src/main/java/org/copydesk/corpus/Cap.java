package org.copydesk.corpus;

import java.util.Locale;

/**
 * Where a step holds or compares at most so much, so that its memory and its work have a bound. A
 * cap on room is passed by unusual input, and what it leaves out may be missing from the corpus:
 * its share has a limit. The others are part of a method (a key that hundreds share says nothing),
 * pass at .5 to 1 % on ordinary dumps (20,000 generated pages) and are told.
 */
public enum Cap {
  /** Compared: articles with a candidate, once at each place where they are held against others. */
  CANDIDATES(
      "articles that are a copy of none of those of a key that they were held against, which were"
          + " not all",
      false),

  /** Compared: articles of a story. */
  CLUSTERS("kept articles that later ones of their story were not held against", true),

  /** Compared: the same. */
  CLUSTER_INDEX("kept articles of which 64 others have every looked-up shingle", false),

  /** Compared: band keys. */
  CANDIDATE_KEYS(
      "keys that more than 1,024 articles share; all of them still met the first ones", false),

  /** Compared: teasers that share a headline or an opening with another. */
  TEASER_VARIANTS(
      "teasers that later ones of their headline or opening were not held against", true),

  /** Compared: the same. */
  TEASER_INDEX("teasers of which 32 others have every looked-up run of words", false),

  /** Compared: teasers that became a variant of another. */
  TEASER_SPELLINGS("variants that came too late to be the text that is shown", true),

  /** Compared: pages of stories. */
  STORY_PAGES("pages that origin and versions of their story were not looked for in", true),

  /** Compared: keys that a teaser and an article have. */
  LINK_KEYS("keys that more than 50 articles share, which lead no teaser to them", false),

  /** Compared: teasers that share a key with an article. */
  LINKED_TEASERS("teasers whose every shared key more than 50 articles share", false);

  private final String meaning;
  private final boolean isLimited;

  Cap(String meaning, boolean isLimited) {
    this.meaning = meaning;
    this.isLimited = isLimited;
  }

  /** Its name in the manifest, for example {@code link_keys}. */
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in a sentence, for example {@code link keys}. */
  public String spoken() {
    return stored().replace('_', ' ');
  }

  /** What was left out, in words. */
  public String meaning() {
    return meaning;
  }

  /** Whether the share of what is left out has a limit. */
  public boolean isLimited() {
    return isLimited;
  }
}
