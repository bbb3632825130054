package org.copydesk.pipeline.copies;

import org.apache.beam.sdk.transforms.PTransform;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.work.Room;

/**
 * Band keys and fingerprints in, what was decided of each copy out, on the lane of the articles.
 * Candidates come by bands, so that nobody compares all with all; components before clusters, so
 * that one bucket holds all that may be compared; exact copies are one before near ones are looked
 * for.
 */
public final class DeduplicateArticles extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final CopyLanes lanes;
  private final Lane<ArticleEntry> articles;
  private final BlockRoute route;
  private final DuplicateSettings settings;
  private final Room room;

  private DeduplicateArticles(
      CopyLanes lanes,
      Lane<ArticleEntry> articles,
      BlockRoute route,
      DuplicateSettings settings,
      Room room) {
    this.lanes = lanes;
    this.articles = articles;
    this.route = route;
    this.settings = settings;
    this.room = room;
  }

  /**
   * @param articles where what was decided is sent
   * @param settings say what a copy is, and whether near ones are looked for at all
   */
  public static DeduplicateArticles by(
      DuplicateSettings settings,
      Room room,
      CopyLanes lanes,
      Lane<ArticleEntry> articles,
      BlockRoute route) {
    return new DeduplicateArticles(lanes, articles, route, settings, room);
  }

  @Override
  public Sent expand(Sent read) {
    if (!settings.near()) {
      return Sent.nothing(read.getPipeline());
    }
    Sent edges =
        read.onto(lanes.bands())
            .apply(
                "Find candidates",
                Step.on(lanes.bands(), route, new FindCandidates(lanes.edges()), lanes.edges()));
    Sent components =
        edges
            .onto(lanes.edges())
            .apply(
                "Join components",
                Step.on(lanes.edges(), route, new JoinComponents(lanes.prints()), lanes.prints()));
    Sent candidates =
        read.onto(lanes.prints())
            .and(components.onto(lanes.prints()))
            .apply(
                "Fold exact copies",
                Step.on(
                    lanes.prints(),
                    route,
                    new FoldExactCopies(lanes.clusters()),
                    lanes.clusters()));
    Sent decided =
        candidates
            .onto(lanes.clusters())
            .apply(
                "Cluster copies",
                Step.on(
                    lanes.clusters(),
                    route,
                    new ClusterCopies(settings.policy(), room, articles),
                    articles));
    return edges.and(components, candidates, decided);
  }
}
