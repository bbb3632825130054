package org.copydesk.segment.words;

/**
 * Tells by one look over a line in which of several lists of phrases it may have one, by the first
 * characters of its words: most lines have none of any list and need not be looked up.
 */
public final class PhraseStarts {
  /** Lists that are told apart: a bit each. */
  public static final int CHROME = 1;

  public static final int NOTICE = 2;
  public static final int PHOTO = 4;
  public static final int FURNITURE = 8;

  /** Of the lists that come with the program. */
  public static final PhraseStarts SHIPPED = shipped();

  /** By the hash of a word's first characters, one to three, the lists. */
  private final byte[] lists = new byte[PhraseIndex.HASHES];

  PhraseStarts() {}

  private static PhraseStarts shipped() {
    PhraseStarts starts = new PhraseStarts();
    SiteWords.SHIPPED.addTo(starts);
    FurnitureWords.SHIPPED.addTo(starts);
    return starts;
  }

  /** Takes in the phrases of a list. */
  void add(PhraseIndex phrases, int list) {
    phrases.forEachStart(hash -> lists[hash] |= (byte) list);
  }

  /** The lists of which a normalised line may have a phrase that begins where a word does. */
  public int of(String normalised) {
    int found = 0;
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      if (isStart || CharClass.of(c) == CharClass.UNSPACED) {
        found |= PhraseIndex.startsIn(lists, normalised, i);
      }
      isStart = !CharClass.isWordPart(c);
    }
    return found;
  }
}
