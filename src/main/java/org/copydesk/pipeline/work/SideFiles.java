package org.copydesk.pipeline.work;

import java.io.Serializable;

/**
 * What the driver puts into the work folder for all workers.
 *
 * @param suppressed the suppression lists, one behind the other; null where there is none
 * @param topicModel a topic model of the user's; null for the one in the jar
 * @param siteModels what was learned of the sites when the epoch began; null where that is learned
 *     by this build, or not at all
 * @param benchmark texts for which articles are taken out; null where none are
 * @param suppressedBefore the lists of the build before; as {@code suppressed} where they are the
 *     same
 * @param erased what must not be anywhere, an {@link org.copydesk.dedup.Erasure}; null for nothing
 */
public record SideFiles(
    SideFile suppressed,
    SideFile topicModel,
    SideFile siteModels,
    SideFile benchmark,
    SideFile suppressedBefore,
    SideFile erased)
    implements Serializable {
  /** Where the lists of the build before are these, or do not count. */
  public SideFiles(
      SideFile suppressed, SideFile topicModel, SideFile siteModels, SideFile benchmark) {
    this(suppressed, topicModel, siteModels, benchmark, suppressed, null);
  }

  /** The same with what was learned of the sites. */
  public SideFiles withSiteModels(SideFile models) {
    return new SideFiles(suppressed, topicModel, models, benchmark, suppressedBefore, erased);
  }

  /** The same with what must not be anywhere. */
  public SideFiles withErased(SideFile lines) {
    return new SideFiles(suppressed, topicModel, siteModels, benchmark, suppressedBefore, lines);
  }

  /** The same with other lists of the build before. */
  public SideFiles withBefore(SideFile lists) {
    return new SideFiles(suppressed, topicModel, siteModels, benchmark, lists, erased);
  }
}
