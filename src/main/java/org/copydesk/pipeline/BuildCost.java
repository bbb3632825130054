package org.copydesk.pipeline;

/**
 * What a build takes, roughly: the figures are those of builds with default settings of generated
 * dumps on one machine, so another one may take half or twice as long.
 *
 * @param cpuSeconds of processor, all threads
 * @param diskBytes of the generation
 * @param temporaryBytes that lie in the output and in the folder for temporary files meanwhile
 */
public record BuildCost(double cpuSeconds, double diskBytes, double temporaryBytes) {
  private static final double MB = 1e6;

  /** Seconds before the first page and behind the last: program, checks, report. */
  private static final double SECONDS_A_BUILD = 6;

  /** While the program is still being compiled as it runs: 30 and 961 real pages. */
  private static final double SECONDS_A_FIRST_PAGE_OF_HTML = 0.035;

  private static final double FIRST_PAGES = 1000;
  private static final double SECONDS_A_PAGE_OF_HTML = 0.006;

  /** The same for text: 5,000 and 20,000 generated pages. */
  private static final double SECONDS_A_FIRST_MB_OF_ARTICLES = 1.5;

  private static final double FIRST_MB = 40;

  /** By the table of the runbook: .2 seconds a MB of page text, of which articles are some half. */
  private static final double SECONDS_A_MB_OF_ARTICLES = 0.5;

  /** Report, card, manifest: some .8 MB of a small build. */
  private static final double DISK_A_BUILD = 0.8 * MB;

  /** Rows beside packed text: identities, signals, places. */
  private static final double DISK_A_PACKED_BYTE = 1.15;

  /** A row of occurrences, and its part of a row of teasers: 961 real pages with 39 each. */
  private static final double DISK_A_TEASER = 75;

  private static final double TEMPORARY_A_DISK = 1.5;

  /**
   * @param htmlPages pages of HTML
   * @param articleBytes bytes of the texts of articles, copies too
   * @param teasers as they are seen
   * @param packedShare share of its bytes that the text takes when it is packed
   */
  static BuildCost of(double htmlPages, double articleBytes, double teasers, double packedShare) {
    double seconds =
        SECONDS_A_BUILD
            + SECONDS_A_FIRST_PAGE_OF_HTML * Math.min(FIRST_PAGES, htmlPages)
            + SECONDS_A_PAGE_OF_HTML * Math.max(0, htmlPages - FIRST_PAGES)
            + SECONDS_A_FIRST_MB_OF_ARTICLES * Math.min(FIRST_MB, articleBytes / MB)
            + SECONDS_A_MB_OF_ARTICLES * Math.max(0, articleBytes / MB - FIRST_MB);
    double disk =
        DISK_A_BUILD + DISK_A_PACKED_BYTE * packedShare * articleBytes + DISK_A_TEASER * teasers;
    return new BuildCost(seconds, disk, TEMPORARY_A_DISK * disk);
  }
}
