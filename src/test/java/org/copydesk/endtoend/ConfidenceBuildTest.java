package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column {@code confidence} and what {@code --min-confidence} leaves out. */
class ConfidenceBuildTest {
  private static final double BOUND = .9;

  @TempDir Path folder;

  @Test
  void whatIsLessSureThanTheBoundIsLeftOutWithItsReason() throws Exception {
    String[] plain = {"testdata/dumps", "--topics=false", "--language=false", "--duplicates=mark"};
    Corpus all = Corpus.build(folder.resolve("all"), plain);
    long articles = all.count("articles");
    assertThat(
        all.value(
            "select count(*) from {articles} where confidence.body between 0 and 1"
                + " and coalesce(confidence.title between 0 and 1, true)"
                + " and (title is not null or confidence.title is null)"
                + " and (published_at is not null or confidence.published_at is null)"
                + " and (len(authors) > 0 or confidence.authors is null)"),
        is(articles));
    String below =
        "count(*) filter (confidence.%1$s < " + BOUND + " and confidence.body >= " + BOUND + ")";
    List<Object> unsure =
        all.query(
                "select count(*) filter (confidence.body < "
                    + BOUND
                    + "), "
                    + String.format(below, "title")
                    + ", "
                    + String.format(below, "published_at")
                    + ", "
                    + String.format(below, "authors")
                    + " from {articles}")
            .get(0);
    assertThat((Long) unsure.get(0) + (Long) unsure.get(1), is(greaterThan(0L)));
    Corpus sure =
        Corpus.build(
            folder.resolve("sure"),
            "testdata/dumps",
            "--topics=false",
            "--language=false",
            "--duplicates=mark",
            "--min-confidence=" + BOUND);
    assertThat(
        sure.value("select count(*) from {rejects} where reason = 'low_confidence'"),
        is(unsure.get(0)));
    assertThat(sure.count("articles"), is(articles - (Long) unsure.get(0)));
    assertThat(
        sure.query(
                "select 0, count(*) filter (title is null and confidence.title < .9),"
                    + " count(*) filter (published_at is null and confidence.published_at < .9),"
                    + " count(*) filter (len(authors) = 0 and confidence.authors < .9)"
                    + " from {articles}")
            .get(0)
            .subList(1, 4),
        is(unsure.subList(1, 4)));
  }

  @Test
  void aBoundThatIsNoShareIsRefused() {
    assertThat(
        Printed.by(2, "build", "testdata/dumps", "-o", folder.toString(), "--min-confidence=1.5"),
        containsString("--min-confidence must be at least 0 and at most 1: 1.5"));
  }
}
