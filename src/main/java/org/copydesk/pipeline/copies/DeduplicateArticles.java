package org.copydesk.pipeline.copies;

import org.apache.beam.sdk.transforms.PTransform;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.Room;
import org.copydesk.storage.Storage;

/**
 * Band keys and fingerprints in, what was decided of each copy out, on the lane of the articles.
 * Candidates come by bands, so that nobody compares all with all, and pairs are verified before
 * anything is joined, so that a decision hangs on what shares a key and on the story alone; exact
 * copies are one before near ones are looked for. What one article is to another goes to the table
 * of relations.
 */
public final class DeduplicateArticles extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final CopyLanes lanes;
  private final Lane<ArticleEntry> articles;
  private final BlockRoute route;
  private final BuildSettings settings;
  private final Room room;
  private final Storage work;

  private DeduplicateArticles(
      CopyLanes lanes,
      Lane<ArticleEntry> articles,
      BlockRoute route,
      BuildSettings settings,
      Room room,
      Storage work) {
    this.lanes = lanes;
    this.articles = articles;
    this.route = route;
    this.settings = settings;
    this.room = room;
    this.work = work;
  }

  /**
   * @param articles where what was decided is sent
   * @param settings say what a copy is; where near ones are not looked for the stage is left out
   * @param work folder of the build, where relations are written
   */
  public static DeduplicateArticles by(
      BuildSettings settings,
      Room room,
      CopyLanes lanes,
      Lane<ArticleEntry> articles,
      BlockRoute route,
      Storage work) {
    return new DeduplicateArticles(lanes, articles, route, settings, room, work);
  }

  @Override
  public Sent expand(Sent read) {
    Sent wanted =
        read.onto(lanes.bands())
            .apply(
                "Find candidates",
                Step.on(lanes.bands(), route, new FindCandidates(lanes.prints()), lanes.prints()));
    Sent candidates =
        read.onto(lanes.prints())
            .and(wanted.onto(lanes.prints()))
            .apply(
                "Fold exact copies",
                Step.on(
                    lanes.prints(), route, new FoldExactCopies(lanes.verify()), lanes.verify()));
    Sent verified =
        candidates
            .onto(lanes.verify())
            .apply(
                "Verify copies",
                Step.on(
                    lanes.verify(),
                    route,
                    new VerifyCopies(
                        settings.duplicates().policy(),
                        lanes.edges(),
                        lanes.stories(),
                        lanes.relations()),
                    lanes.edges(),
                    lanes.stories(),
                    lanes.relations()));
    Sent components =
        verified
            .onto(lanes.edges())
            .apply(
                "Join components",
                Step.on(
                    lanes.edges(), route, new JoinComponents(lanes.stories()), lanes.stories()));
    Sent stories =
        verified
            .onto(lanes.stories())
            .and(components.onto(lanes.stories()))
            .apply(
                "Gather stories",
                Step.on(
                    lanes.stories(),
                    route,
                    new GatherStories(lanes.clusters(), articles),
                    lanes.clusters(),
                    articles));
    Sent decided =
        stories
            .onto(lanes.clusters())
            .apply(
                "Cluster copies",
                Step.on(
                    lanes.clusters(),
                    route,
                    new ClusterCopies(settings.duplicates(), room, articles, lanes.relations()),
                    articles,
                    lanes.relations()));
    Sent relations =
        verified
            .onto(lanes.relations())
            .and(decided.onto(lanes.relations()))
            .apply(
                "Write relations",
                Step.on(lanes.relations(), route, new WriteRelations(work, settings)));
    return wanted.and(candidates, verified, components, stories, decided, relations);
  }
}
