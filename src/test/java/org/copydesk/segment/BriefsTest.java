package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.segment.fields.NameShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Briefs: a short headline in capitals above one paragraph is a headline, and nobody's name. */
class BriefsTest {
  private static final String TEXT =
      "The water board of %s will lay new pipes under the market this spring, it said on Monday. The"
          + " stalls move to the quay for eleven weeks, and the tram stops at the mill instead.";

  private static final List<String> TITLES =
      List.of(
          "Pipes for Lorne",
          "Rain in Hallbridge",
          "Hope for Ost Varn",
          "Wind and Rain",
          "Justice for Mara Tidewell",
          "Regen in Kirnach",
          "Hoffnung für Sarre",
          "Pluie sur Dunmere",
          "Espoir pour Lorne",
          "Lluvia en Sarre",
          "Pioggia su Dunmere",
          "Chuva em Sarre",
          "Regn i Ålvik",
          "Dzień w Kirnach",
          "Дождь в Кирнахе",
          "Βροχή στη Σάρη",
          "Flood Warning",
          "Old Mill Reopens");

  private static Page brief(String title, int n) {
    byte[] payload =
        (title + "\n\n" + String.format(TEXT, "town " + n) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Page(
        n + ".txt",
        0,
        null,
        null,
        "https://brief" + n + ".example/a",
        null,
        null,
        null,
        Page.Kind.TEXT,
        payload);
  }

  @Test
  void theirHeadlinesAreTitlesOnManySitesAndOnOne() {
    List<Page> pages = new ArrayList<>();
    SiteSample sample = new SiteSample();
    for (String title : TITLES) {
      pages.add(brief(title, pages.size()));
    }
    pages.forEach(sample::add);
    SiteModels sites = SiteModels.learn(sample);
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (int i = 0; i < pages.size(); i++) {
      for (Article article :
          List.of(
              segmenter.segment(pages.get(i), sites).article(),
              segmenter.segment(pages.get(i), SiteModel.NONE).article())) {
        assertThat(article.title(), is(TITLES.get(i)));
        assertThat(TITLES.get(i), article.authors(), is(List.of()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hope for Ukraine",
        "Rain in Lorne",
        "New Hope for Old Lorne",
        "Salt and Light",
        "Regen in Gent",
        "Hoffnung für Kiew",
        "Pluie au Mans",
        "Дождь в Кирнахе",
      })
  void smallWordsStandInNoName(String line) {
    assertThat(NameShape.isName(line), is(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Roe",
        "Jan de Vries",
        "Ana van der Roe",
        "Ann Lee and Bo Ek",
        "Ruth Brandt und Cem Bas",
        "Inés Ramón y Cajal",
        "Rui Vaz e Sousa",
        "Omar bin Salem",
        "Зоя Ларич и Пётр Воля",
      })
  void namesHaveWordsOfTheirOwnInLowerCase(String line) {
    assertThat(NameShape.isName(line), is(true));
  }

  /** Words that open bylines open headlines too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Van Gogh in Amsterdam",
        "Writer in Lorne",
        "Author for Hire",
        "Reporter in Kirnach",
        "Aus Lorne in Kirnach",
        "Text for Ost Varn",
        "Autor für Sarre",
      })
  void aWordThatOpensBylinesOpensAHeadline(String line) {
    assertThat(BylineReader.isByline(line), is(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Ana Roe in Lorne",
        "By Ana Roe for the Lorne Mercury",
        "By Roe and Vos",
        "Von Ruth Brandt, Kirnach",
        "Van Ana de Vries",
        "Reported by gizmo",
        "Author: Ana",
      })
  void bylinesMaySayWhereAndForWhom(String line) {
    assertThat(BylineReader.isByline(line), is(true));
  }
}
