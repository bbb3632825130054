package org.copydesk.pipeline.sites;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.copydesk.bucket.Lane;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.storage.Storage;

/**
 * How a build comes to know its sites: from what an epoch learned, else from a sample of its own.
 *
 * @param units how many are told
 */
public record KnowSites(
    Storage work,
    Locations locations,
    BlockRoute route,
    BuildSettings settings,
    Lane<SiteTally> sites,
    int units,
    Unreadable unreadable) {

  /**
   * Adds the step to a pipeline.
   *
   * @param epoch the models of the epoch; null where there is none, or it begins
   * @param samplePlaces where each unit of the sample starts in the work folder's listing
   * @return empty where nothing is learned: then no unit waits for it
   */
  public Optional<Told> in(Pipeline pipeline, SideFile epoch, List<Long> samplePlaces) {
    if (epoch != null) {
      var recall = RecallSites.from(epoch, work, route, sites, units);
      return Optional.of(pipeline.apply("Learned before", recall));
    }
    if (samplePlaces.isEmpty()) {
      return Optional.empty();
    }
    var learn =
        LearnFromSamples.at(
            samplePlaces, work, locations, route, settings, sites, units, unreadable);
    return Optional.of(pipeline.apply("Learn from samples", learn));
  }
}
