package org.copydesk.pipeline;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.sites.LearnFromSamples;
import org.copydesk.pipeline.sites.RecallSites;

/**
 * Where the models of sites come from: a build before, a sample of this one's pages, or nowhere.
 */
final class LearnedSites {
  private LearnedSites() {}

  /**
   * Adds what gives them to a pipeline.
   *
   * @param samplePlaces where each sampled unit starts; none where nothing is learned
   * @param count of all units
   */
  static Optional<Told> of(
      BuildGraph graph, Pipeline pipeline, List<Long> samplePlaces, Lanes lanes, int count) {
    var before = graph.sides().siteModels();
    if (before != null) {
      return Optional.of(
          pipeline.apply(
              "Learned before",
              RecallSites.from(before, graph.work(), graph.route(), lanes.sites(), count)));
    }
    if (samplePlaces.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        pipeline.apply(
            "Learn from samples",
            LearnFromSamples.at(
                samplePlaces,
                graph.work(),
                graph.locations(),
                graph.route(),
                graph.settings(),
                lanes.sites(),
                count,
                graph.unreadable())));
  }
}
