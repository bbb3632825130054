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
      })
  void leavesATitleWhole(String line) {
    assertThat(TeaserTitles.bare(line), is(line));
  }
}
