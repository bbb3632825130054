package org.copydesk.segment.words;

/** Tells by one look over a line which phrases of several lists it has. */
public final class PhraseLists {
  private static final int CHROME_NUMBER = 61;
  private static final int NOTICE_NUMBER = 62;
  private static final int PHOTO_NUMBER = 63;

  /** Lists that are told apart: a bit each. */
  public static final long CHROME = 1L << CHROME_NUMBER;

  public static final long NOTICE = 1L << NOTICE_NUMBER;
  public static final long PHOTO = 1L << PHOTO_NUMBER;

  /** Groups of furniture: a bit each, from the lowest. */
  static final long FURNITURE = CHROME - 1;

  /** The lists that come with the program. */
  public static final PhraseLists SHIPPED =
      new PhraseLists(SiteWords.SHIPPED, FurnitureWords.SHIPPED);

  private final PhraseIndex phrases = new PhraseIndex();

  PhraseLists(SiteWords site, FurnitureWords furniture) {
    phrases.addAll(site.chromeParts(), CHROME_NUMBER);
    phrases.addAll(site.noticeParts(), NOTICE_NUMBER);
    phrases.addAll(site.photoWords(), PHOTO_NUMBER);
    phrases.addAll(furniture.phrases());
  }

  /** The lists of which a normalised line has a phrase that begins where a word does. */
  public long of(String normalised) {
    return phrases.numbersIn(normalised);
  }
}
