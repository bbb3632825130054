package org.copydesk.pipeline;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.pipeline.articles.WriteArticles;
import org.copydesk.pipeline.copies.DeduplicateArticles;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.links.FilterLinkKeys;
import org.copydesk.pipeline.links.LinkTeasers;
import org.copydesk.pipeline.read.ListUnits;
import org.copydesk.pipeline.read.ReadUnits;
import org.copydesk.pipeline.read.Reading;
import org.copydesk.pipeline.read.UnitWord;
import org.copydesk.pipeline.read.WriteLedger;
import org.copydesk.pipeline.sites.KnowSites;
import org.copydesk.pipeline.sites.WriteSites;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.suspects.JudgeSuspects;
import org.copydesk.pipeline.teasers.DeduplicateTeasers;
import org.copydesk.pipeline.teasers.WriteOccurrences;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.storage.Storage;

/**
 * The flow of a build: units of dump files in, parts of tables and one file of results out.
 *
 * <p>Without a cache of units each is read; with one, those that it knows are not.
 *
 * <pre>
 * sample ─► learn sites ─► read and segment ─┬─► bands ─► components ─► clusters ─┐
 *                                            │     (suspects are judged first)    │
 *                                            ├─► articles ◄───────────────────────┤
 *                                            │      └─► link keys ─┐           filter
 *                                            └─► teasers ─► fold ──┼──────────────┘
 *                                                                  └─► verify links ─► teasers
 * </pre>
 */
record BuildGraph(Reading reading, BlockRoute route, Room room, Buckets buckets) {
  /**
   * Adds the flow to a pipeline.
   *
   * @param unitPlaces where each unit starts in the work folder's listing
   * @param large numbers of the units that are one large file
   * @param known what the build before read, where only what comes and goes is sent
   * @param samplePlaces the same for the units that are sampled; none where nothing is learned
   */
  void build(
      Pipeline pipeline,
      List<Long> unitPlaces,
      List<Integer> large,
      List<UnitWord> known,
      List<Long> samplePlaces) {
    Storage work = reading.work();
    Locations locations = reading.locations();
    BuildSettings settings = reading.settings();
    SideFiles sides = reading.sides();
    Unreadable unreadable = reading.unreadable();
    Lanes lanes = Lanes.of(buckets, settings.duplicates());
    ListUnits list =
        ListUnits.at(unitPlaces, large, known, route.shared(), work, locations, unreadable);
    int count = list.numbers();
    Told units = pipeline.apply("Units", list);
    // Sites are learned first, from a sample: what recurs is known before a page is taken apart.
    Optional<Told> learned =
        new KnowSites(work, locations, route, settings, lanes.sites(), count, unreadable)
            .in(pipeline, sides.siteModels(), samplePlaces);
    // A unit is read when all of its words are there, so no page waits for what is learned.
    Told pages =
        learned
            .map(sites -> units.wordsWith("When sites are learned", sites))
            .orElse(units.words())
            .apply(
                "Read", ReadUnits.with(reading, route, lanes.read(), count, learned.isPresent()));
    Sent read = pages.sent();
    // What holds texts of a benchmark goes before copies are looked for, as what breaks a rule.
    Sent judged =
        sides.benchmark() == null
            ? Sent.nothing(pipeline)
            : read.apply(
                "Judge suspects",
                JudgeSuspects.of(
                    lanes.suspects(),
                    route,
                    work,
                    settings,
                    sides.benchmark(),
                    lanes.articles(),
                    lanes.copies()));
    Sent sound = read.and(judged);
    var deduplicate =
        DeduplicateArticles.by(settings, room, lanes.copies(), lanes.articles(), route, work);
    Sent copies =
        settings.duplicates().near()
            ? sound.apply("Deduplicate articles", deduplicate)
            : Sent.nothing(pipeline);
    // Teasers are folded before they are linked: a link costs look-ups, and teasers repeat.
    Sent teasers =
        read.apply(
            "Deduplicate teasers",
            DeduplicateTeasers.within(room, lanes.teasers(), lanes.links(), route, work));
    boolean remembers = route.memory() != null;
    Sent filter =
        remembers
            ? Sent.nothing(pipeline)
            : teasers.apply(
                "Filter link keys",
                FilterLinkKeys.forBucketsOf(
                    lanes.articles(), lanes.links(), route, work, buckets.dumpBytes()));
    Sent articles =
        sound
            .onto(lanes.articles())
            .and(remembers ? filter : filter.onto(lanes.articles()), copies)
            .apply(
                "Write articles",
                WriteArticles.along(lanes.ofArticles(), lanes.links(), route, work, settings));
    Sent links =
        teasers
            .and(articles)
            .apply(
                "Link teasers",
                LinkTeasers.along(lanes.links(), route, work, settings, sides.topicModel()));
    Sent occurrences =
        teasers.apply(
            "Occurrences",
            WriteOccurrences.from(pages.words(), count, lanes.teasers(), route, work, settings));
    Sent ledger =
        read.apply("Write ledger", Step.on(lanes.ledger(), route, new WriteLedger(work, settings)));
    boolean sendsSites = !remembers || !route.memory().sendsChanges();
    Sent learnedSites = learned.map(Told::sent).orElse(Sent.nothing(pipeline));
    Sent sites =
        read.and(sendsSites ? learnedSites : Sent.nothing(pipeline))
            .apply("Write sites", Step.on(lanes.sites(), route, new WriteSites(work, settings)));
    units
        .sent()
        .and(learnedSites, read, judged, copies, teasers, filter)
        .and(articles, links, occurrences, ledger, sites)
        .allReports()
        .apply("Results", WriteResults.to(work));
  }
}
