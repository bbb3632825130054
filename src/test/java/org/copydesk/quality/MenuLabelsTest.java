package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuLabelsTest {
  private static double share(String text) {
    return MenuLabels.share(text.toCharArray(), text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fixtures | Table | Club shop | Stadium tours",
        "Pradžia · Naujienos · Sportas · Apie mus · Kontaktai",
        "Calendrier\nClassement\nEffectif\nCentre de formation\nBoutique\nVenir au stade",
        "首页 | 新闻 | 体育 | 关于我们",
      })
  void shortLinesAndPartsAreLabels(String text) {
    assertTrue(share(text) > .9, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The council approved the bridge / tunnel plan on Tuesday, officials said.",
        "Ashby 2 | Oakhaven 1 | Northport 0 | Leeside 3",
        "He spoke.\nShe listened.\nThey left.\nIt rained.\nIt stopped.\nAll slept.",
        "茅台进胡润奢侈品牌榜，季克良说茅台不是奢侈品。",
      })
  void sentencesAndResultsAreNot(String text) {
    assertEquals(0, share(text), text);
  }
}
