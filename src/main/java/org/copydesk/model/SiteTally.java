package org.copydesk.model;

/**
 * What was seen of a site.
 *
 * @param site its name
 * @param pages pages read
 * @param articles articles segmented
 * @param teasers teaser occurrences
 * @param learned JSON of what was learned; null when nothing
 * @param folder name of the folder its pages lie in; null when unknown, {@link #SEVERAL} where they
 *     lie in more than one
 * @param layoutChanged whether the layout of its pages changed while they were fetched; null when
 *     that cannot be told
 */
public record SiteTally(
    String site,
    long pages,
    long articles,
    long teasers,
    String learned,
    String folder,
    Boolean layoutChanged) {
  /** In place of a folder where there are several. */
  public static final String SEVERAL = "/";

  public SiteTally plus(SiteTally other) {
    return new SiteTally(
        site,
        pages + other.pages,
        articles + other.articles,
        teasers + other.teasers,
        learned != null ? learned : other.learned,
        folder(folder, other.folder),
        layoutChanged != null ? layoutChanged : other.layoutChanged);
  }

  private static String folder(String a, String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.equals(b) ? a : SEVERAL;
  }
}
