package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterStateTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final MadeStories made = new MadeStories(11);
  private final ArticleFingerprinter fingerprinter = new ArticleFingerprinter();

  private Fingerprint at(int days, String title, List<String> words, String more) {
    return at(days, title, MadeStories.text(words) + more);
  }

  private Fingerprint at(int days, String title, String text) {
    Instant day = MORNING.plusSeconds(days * 86_400L);
    return fingerprinter.fingerprint(
        new Article(title, null, List.of(), null, day, null, text, null, null));
  }

  private String sentence(int words, String end) {
    return ".\n\n" + String.join(" ", made.words(words)) + end;
  }

  /** Also of texts of which not all shingles are kept. */
  @ParameterizedTest
  @CsvSource({"400, 1, true", "400, 89, true", "400, 91, false", "23000, 1, true"})
  void aSentenceMoreSomeTimeLaterIsALaterState(int words, int days, boolean isLater) {
    List<String> story = made.words(words);
    Fingerprint earlier = at(0, "Port reopens", story, "");
    String more = sentence(16, ".").substring(3) + "\n\n";
    Fingerprint later = at(days, "Port reopens", more + MadeStories.text(story));
    assertThat(LaterState.hasGrown(earlier, later), is(isLater));
    assertThat(LaterState.hasGrown(later, earlier), is(isLater));
  }

  @ParameterizedTest
  @CsvSource({
    "' call 202-555-0143.', false",
    "' pays 250 000 000 euros.', true",
    "' and so on.', true"
  })
  void contactsMakeNone(String end, boolean isLater) {
    List<String> story = made.words(400);
    Fingerprint earlier = at(0, "Port reopens", story, "");
    Fingerprint later = at(1, "Port reopens", story, sentence(12, end));
    assertThat(LaterState.hasGrown(earlier, later), is(isLater));
  }

  @ParameterizedTest
  @CsvSource({"'', false", "'\n\nAbout Elmton Ferries', true"})
  void neitherDoNotesOfThePublisher(String heading, boolean isNote) {
    List<String> story = made.words(400);
    Fingerprint earlier = at(0, "Port reopens", story, "");
    String more = heading + sentence(30, ".").substring(1);
    Fingerprint later = at(1, "Port reopens", new ArrayList<>(story), "." + more);
    assertThat(LaterState.hasGrown(earlier, later), is(!isNote));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "1, 0, false"})
  void aHeadlineThatSaysSoMakesTheLaterTextOne(int plain, int labelled, boolean isLater) {
    List<String> story = made.words(400);
    Fingerprint one = at(plain, "Port reopens", story, "");
    Fingerprint other = at(labelled, "CORRECTED: Port reopens", story, "");
    assertThat(LaterState.is(one, other), is(isLater));
  }
}
