package org.copydesk.pipeline.work;

import java.util.List;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.quality.QualityRules;

/** Settings of a build that does no more than it must: no models are read. */
public final class SomeSettings {
  private SomeSettings() {}

  public static BuildSettings plain(DuplicateSettings duplicates) {
    return new BuildSettings(
        true,
        false,
        false,
        false,
        false,
        false,
        null,
        QualityRules.NONE,
        List.of(),
        duplicates,
        false);
  }
}
