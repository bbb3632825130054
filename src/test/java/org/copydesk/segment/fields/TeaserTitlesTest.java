package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeaserTitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "10:45 Ferry sails again after the storm ~ Ferry sails again after the storm",
        "9.30 Uhr Fähre fährt nach dem Sturm wieder ~ Fähre fährt nach dem Sturm wieder",
        "[03-05] 洛恩港务局出售旧谷仓 ~ 洛恩港务局出售旧谷仓",
        "12.03.2024 – Fähre fährt nach dem Sturm wieder ~ Fähre fährt nach dem Sturm wieder",
        "Ferry sails again after the storm - 5 March 2024 ~ Ferry sails again after the storm",
        "Ferry sails again after the storm (5/3/2024) ~ Ferry sails again after the storm",
        "Ferry sails again after the storm (12) ~ Ferry sails again after the storm",
        "Ferry sails again after the storm | Ana Roe | 5 March 2024 ~ Ferry sails again after the storm",
        "Ferry sails again after the storm · 3 hours ago ~ Ferry sails again after the storm",
        "Town | Ferry sails again after the storm ~ Ferry sails again after the storm",
        "3. Ferry sails again after the storm ~ Ferry sails again after the storm",
        "Read also: Ferry sails again after the storm ~ Ferry sails again after the storm",
        "Lesen Sie auch » Fähre fährt nach dem Sturm ~ Fähre fährt nach dem Sturm",
        "Ferry sails again after the storm Read more » ~ Ferry sails again after the storm",
      })
  void saysTheTitleAlone(String line, String title) {
    assertThat(TeaserTitles.bare(line), is(title));
  }

  /** Bars, dashes, figures and brackets are of titles too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "11.05 crowns for a pint of ginger beer",
        "Ferry - and a goat - sail again",
        "The bridge (and the barge) of Lorne",
        "Lorne 3, Varn 2: ferry crew wins the cup",
        "Storm of 1953 remembered",
        "Ferry sails again",
        "Must reads of the quay",
        "And then the ferry sailed …",
      })
  void leavesATitleWhole(String line) {
    assertThat(TeaserTitles.bare(line), is(line));
  }

  /** What a label of a whole line holds and the field does not: sign and marker. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "The ferry had been out of use since … ~ The ferry had been out of use since",
        "The ferry had been out of use since [...] ~ The ferry had been out of use since",
        "Die Fähre war seit dem Herbst …/ mehr ~ Die Fähre war seit dem Herbst",
        "The ferry had been out of use since... Read more » ~ The ferry had been out of use since",
        "It was out of use. Read more ~ It was out of use.",
        "It was out of use for a year. ~ It was out of use for a year.",
      })
  void saysTheSnippetAlone(String line, String snippet) {
    assertThat(TeaserTitles.bareSnippet(line), is(snippet));
    assertThat(TeaserTitles.bareSnippet(snippet), is(snippet));
  }
}
