package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherNotesTest {
  private static final String STORY = "The port opens again on Monday after a week of storms.\n\n";

  /** Tokens before the line, of all that there are. */
  private static int begin(String line) {
    return PublisherNotes.begin(STORY + line + "\n\nThree ferries run each day.", 99);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "About the company",
        "About Elmton Ferries",
        "Notes to editors",
        "Pressekontakt:",
        "Contact: press office",
        "关于我们"
      })
  void whatThePublisherSaysOfItselfIsBehindSuchALine(String line) {
    assertThat(begin(line), is(11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "About 300 homes burned",
        "About time, say skippers",
        "Contact lost with second ferry",
        "Background checks tightened",
        "Background",
        "About the company.",
        "关于港口的争论"
      })
  void aHeadingWithinTheStoryIsNone(String line) {
    assertThat(begin(line), is(99));
  }
}
