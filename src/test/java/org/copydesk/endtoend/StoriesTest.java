package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.command.Commands;
import org.copydesk.evaluate.ExplainedStory;
import org.copydesk.evaluate.StoriesEvaluation;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five nights of crawls against the stories planted in them. {@code -Dcopydesk.nights=20000} takes
 * as many pages, {@code -Dcopydesk.seed=2} other ones.
 */
class StoriesTest {
  private static final int PAGES = Integer.getInteger("copydesk.nights", 1_500);
  private static final String SEED = System.getProperty("copydesk.seed", "1");
  private static final String[] PLAIN = {"--topics=false", "--language=false", "--quality=false"};

  @TempDir static Path folder;
  private static Path truth;
  private static Path dumps;
  private static Corpus corpus;

  @BeforeAll
  static void build() throws Exception {
    Path generated = folder.resolve("nights");
    String[] generate = {
      "generate", "-o", generated.toString(), "--pages=" + PAGES, "--nights=5", "--seed=" + SEED
    };
    assertThat(Commands.run(generate), is(0));
    truth = generated.resolve("truth");
    dumps = generated.resolve("dumps");
    corpus = built("out", List.of(dumps.toString()), "--keep-version-text");
  }

  private static Corpus built(String name, List<String> inputs, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(inputs);
    arguments.addAll(List.of(PLAIN));
    arguments.addAll(List.of(more));
    return Corpus.build(folder.resolve(name), arguments.toArray(String[]::new));
  }

  @Test
  void originsVersionsAndSightingsAreThoseThatWerePlanted() throws Exception {
    StoriesEvaluation found = StoriesEvaluation.of(Storage.local(corpus.generation()), truth);
    System.out.print(found.text());
    assertThat("precision of origins", found.originPrecision(), greaterThanOrEqualTo(.95));
    assertThat("coverage of origins", found.originCoverage(), greaterThanOrEqualTo(.8));
    assertThat("chains", found.chainF1(), greaterThanOrEqualTo(.98));
    assertThat("outlets, first and last seen", found.timelines(), is(1.0));
    assertThat("places of teasers", found.places(), is(1.0));
    assertThat("times of teasers", found.teaserTimes(), is(1.0));
  }

  @Test
  void aTextThatCameBackIsTheOneKept() {
    assertThat(
        (Long)
            corpus.value(
                "select count(*) from {versions} b join {versions} a"
                    + " on a.chain = b.chain and a.n = b.n - 1"
                    + " join {articles} k on k.id = b.kept_id"
                    + " where b.seen_at < a.seen_at and b.last_seen_at > a.last_seen_at"),
        greaterThan(0L));
  }

  @Test
  void onFlinkAndInAnotherOrderOfFilesTheyAreTheSame() throws Exception {
    List<String> nights = new ArrayList<>();
    for (int night = 4; night >= 0; night--) {
      nights.add(dumps.resolve("night-" + night).toString());
    }
    Corpus other = built("flink", nights, "--keep-version-text", "--runner=flink");
    assertThat(other.digests(), is(corpus.digests()));
  }

  @Test
  void whichFrontPageAnnouncedAStoryWhenIsAQuery() {
    List<List<Object>> rows =
        corpus.query(
            "select t.title, o.site, min(o.seen_at), max(o.seen_at), count(distinct o.position)"
                + " from {teaser_occurrences} o join {teasers} t on t.id = o.teaser_id"
                + " where o.front group by t.title, o.site having count(distinct o.position) > 1"
                + " order by lower(t.title), o.site");
    // Front pages are the only ones at the root of their site.
    List<List<Object>> planted =
        corpus.query(
            "select lower(t.title), site from (select site, unnest(teasers) as t from read_json('"
                + truth.resolve("sightings.jsonl")
                + "') where url like '%/') group by 1, 2 having count(distinct t.position) > 1"
                + " order by 1, 2");
    assertThat(planted.isEmpty(), is(false));
    assertThat(
        "teasers that moved on their front page",
        rows.stream()
            .map(row -> List.of(row.get(0).toString().toLowerCase(Locale.ROOT), row.get(1)))
            .toList(),
        is(planted));
    assertThat(
        corpus.value(
            "select count(*) from {rejects} where outcome = 'skipped' and fetched_at is null"),
        is(0L));
    assertThat(
        corpus.value("select count(*) from {teasers} where not (front_share between 0 and 1)"),
        is(0L));
  }

  @Test
  void anEarlierStateKeepsItsTextAndItsStoryIsTold() throws Exception {
    List<Object> state =
        corpus
            .query(
                "select story_id, text, article_id from {versions} where relation = 'grown'"
                    + " order by story_id limit 1")
            .get(0);
    assertThat((String) state.get(1), not(is("")));
    String told = ExplainedStory.of(Storage.local(corpus.generation()), (String) state.get(0));
    assertThat(told, containsString("states   https://"));
    assertThat(told, containsString("grown, +1 -0"));
    assertThat(
        ExplainedStory.of(Storage.local(corpus.generation()), (String) state.get(2)), is(told));
    String report = Files.readString(corpus.generation().resolve("report.html"));
    assertThat(report, containsString("id=\"stories\""));
    assertThat(report, containsString("This state"));
    assertThat(report, containsString("1 paragraph added"));
  }

  @Test
  void whatANightAddedToAStoryIsToldByDiff() throws Exception {
    List<String> nights = new ArrayList<>();
    for (int night = 0; night < 4; night++) {
      nights.add(dumps.resolve("night-" + night).toString());
    }
    Corpus before = built("before", nights);
    String printed =
        Printed.by(0, "diff", before.generation() + "", corpus.generation() + "", "--limit=3");
    assertThat(printed, containsString("stories   retold "));
    assertThat(printed, containsString("stories   added "));
  }
}
