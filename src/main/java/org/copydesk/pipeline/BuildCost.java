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

  private static final double SECONDS_A_PAGE_OF_HTML = 0.006;

  /** While the program is still being compiled as it runs: 5,000 and 20,000 generated pages. */
  private static final double SECONDS_A_FIRST_MB_OF_ARTICLES = 1.5;

  private static final double FIRST_MB = 40;

  /** By the table of the runbook: .2 seconds a MB of page text, of which articles are some half. */
  private static final double SECONDS_A_MB_OF_ARTICLES = 0.5;

  private static final double DISK_A_BUILD = 0.5 * MB;
  private static final double DISK_A_BYTE_OF_ARTICLES = 0.3;
  private static final double TEMPORARY_A_DISK = 1.5;

  /**
   * @param htmlPages pages of HTML
   * @param articleBytes bytes of the texts of articles, copies too
   */
  static BuildCost of(double htmlPages, double articleBytes) {
    double seconds =
        SECONDS_A_BUILD
            + SECONDS_A_PAGE_OF_HTML * htmlPages
            + SECONDS_A_FIRST_MB_OF_ARTICLES * Math.min(FIRST_MB, articleBytes / MB)
            + SECONDS_A_MB_OF_ARTICLES * Math.max(0, articleBytes / MB - FIRST_MB);
    double disk = DISK_A_BUILD + DISK_A_BYTE_OF_ARTICLES * articleBytes;
    return new BuildCost(seconds, disk, TEMPORARY_A_DISK * disk);
  }
}
