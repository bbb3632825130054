package org.copydesk.dedup;

import java.io.Serializable;
import java.util.List;

/**
 * What is done about copies of articles.
 *
 * @param near whether near duplicates are looked for; exact ones always are
 * @param marks whether copies stay in the articles table, marked, instead of being removed
 * @param keepsVersions whether earlier states of a story stay beside the newest
 * @param policy when two articles are copies
 * @param survivor which copy is kept
 * @param siteRanking sites whose copy is kept first, the best first; empty for none
 */
public record DuplicateSettings(
    boolean near,
    boolean marks,
    boolean keepsVersions,
    NearDuplicatePolicy policy,
    SurvivorOrder.Preference survivor,
    List<String> siteRanking)
    implements Serializable {
  /** What a build does unless it is told. */
  public static final DuplicateSettings DEFAULT =
      new DuplicateSettings(
          true,
          false,
          false,
          NearDuplicatePolicy.DEFAULT,
          SurvivorOrder.Preference.LONGEST,
          List.of());

  public DuplicateSettings {
    siteRanking = List.copyOf(siteRanking);
  }

  /** The order in which the first copy is kept. */
  public SurvivorOrder survivorOrder() {
    return SurvivorOrder.by(survivor, siteRanking);
  }
}
