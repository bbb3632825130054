package org.copydesk.generate;

/**
 * What several nights of crawls are to hold.
 *
 * @param pages about how many, over all nights, at least 1
 * @param seed the same seed and settings give the same bytes
 * @param sites number of sites, at least 4
 * @param nights how many, 1 to 20
 */
public record NightsSettings(long pages, long seed, int sites, int nights) {
  public NightsSettings {
    if (pages < 1 || sites < 4 || nights < 1 || nights > 20) {
      throw new IllegalArgumentException("nights: 1 to 20, of at least 4 sites and 1 page");
    }
  }
}
