package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.QualityFloors;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pairs of real releases labelled by hand, each decided by the rules alone. */
@Tag("quality")
class RealPairsQualityTest {
  private static final Path DATA = Path.of("../shared/data");

  @Test
  void oneTextIsKeptOnceAndOtherTextsStay() throws IOException {
    List<Path> documents =
        Stream.of(
                "congress-press",
                "doj-press",
                "au-pm-media-releases",
                "digital-gov-news",
                "wikinews-en")
            .map(name -> DATA.resolve("news/" + name + ".jsonl.gz"))
            .toList();
    PairsEvaluation pairs =
        PairsEvaluation.of(
            LabelledPair.read(DATA.resolve("pairs/releases.jsonl"), documents),
            NearDuplicatePolicy.DEFAULT);
    System.out.print(pairs.text());
    assertThat(pairs.keptTwice(), lessThanOrEqualTo(QualityFloors.REAL_PAIRS_KEPT_TWICE));
    assertThat(pairs.merged(), lessThanOrEqualTo(QualityFloors.REAL_PAIRS_MERGED));
    int called = pairs.said("version", "version");
    assertThat(called, greaterThanOrEqualTo(QualityFloors.REAL_VERSIONS_CALLED));
    assertThat(
        called + pairs.said("version", "near"),
        greaterThanOrEqualTo(QualityFloors.REAL_VERSIONS_JOINED));
    assertThat(
        pairs.said("excerpt", "excerpt"), greaterThanOrEqualTo(QualityFloors.REAL_EXCERPTS_TOLD));
  }
}
