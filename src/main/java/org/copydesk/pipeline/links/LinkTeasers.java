package org.copydesk.pipeline.links;

import org.apache.beam.sdk.transforms.PTransform;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.storage.Storage;

/**
 * Folded teasers and what articles announce of themselves in, the table of teasers out, each with
 * the article it leads to: keys that meet, questions, answers, rows.
 */
public final class LinkTeasers extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final LinkLanes lanes;
  private final BlockRoute route;
  private final Storage work;
  private final BuildSettings settings;
  private final SideFile topicModel;

  private LinkTeasers(
      LinkLanes lanes,
      BlockRoute route,
      Storage work,
      BuildSettings settings,
      SideFile topicModel) {
    this.lanes = lanes;
    this.route = route;
    this.work = work;
    this.settings = settings;
    this.topicModel = topicModel;
  }

  /**
   * @param topicModel the user's; null for the one in the jar
   */
  public static LinkTeasers along(
      LinkLanes lanes,
      BlockRoute route,
      Storage work,
      BuildSettings settings,
      SideFile topicModel) {
    return new LinkTeasers(lanes, route, work, settings, topicModel);
  }

  @Override
  public Sent expand(Sent teasersAndArticles) {
    Sent met =
        teasersAndArticles
            .onto(lanes.keys())
            .apply(
                "Meet link keys",
                Step.on(
                    lanes.keys(), route, new MeetLinkKeys(lanes.candidates()), lanes.candidates()));
    Sent asked =
        teasersAndArticles
            .onto(lanes.candidates())
            .and(met.onto(lanes.candidates()))
            .apply(
                "Ask articles",
                Step.on(lanes.candidates(), route, new AskArticles(lanes.heads()), lanes.heads()));
    Sent links =
        teasersAndArticles
            .onto(lanes.heads())
            .and(asked.onto(lanes.heads()))
            .apply(
                "Verify links",
                Step.on(lanes.heads(), route, new VerifyLinks(lanes.teasers()), lanes.teasers()));
    Sent rows =
        teasersAndArticles
            .onto(lanes.teasers())
            .and(links.onto(lanes.teasers()))
            .apply(
                "Make rows of teasers",
                Step.on(
                    lanes.teasers(),
                    route,
                    new MakeTeaserRows(work, settings, topicModel, lanes),
                    lanes.rows()));
    Sent written =
        rows.apply("Write teasers", Step.on(lanes.rows(), route, new WriteTeasers(work, settings)));
    return met.and(asked, links, rows, written);
  }
}
