package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedBodyTest {
  private static final HtmlSegmenter SEGMENTER = new HtmlSegmenter(HtmlSettings.defaults());
  private static final BlockModel ALWAYS_NO = new BlockModel(new double[BlockTrait.slots()], -50);

  @Test
  void oneAmongOthersNeedsMoreEvidenceThanARun() {
    assertThat(
        LearnedBody.dropped(List.of(3.0, -1.5, 3.0)), is(new boolean[] {false, false, false}));
    assertThat(
        LearnedBody.dropped(List.of(3.0, -2.5, 3.0)), is(new boolean[] {false, true, false}));
    assertThat(
        LearnedBody.dropped(List.of(3.0, -1.2, -1.2, 3.0)),
        is(new boolean[] {false, true, true, false}));
    assertThat(LearnedBody.dropped(List.of(3.0, -1.5)), is(new boolean[] {false, true}));
    assertThat(LearnedBody.dropped(List.of()), is(new boolean[0]));
  }

  @Test
  void whatMustStayStaysWhateverStandsAround() {
    double stays = Double.POSITIVE_INFINITY;
    assertThat(
        LearnedBody.dropped(List.of(-9.0, stays, -9.0)), is(new boolean[] {true, false, true}));
    assertThat(LearnedBody.dropped(List.of(stays)), is(new boolean[] {false}));
  }

  @Test
  void slotsAreNamedOnceAndAllWeightsHaveOne() {
    Set<String> names = new HashSet<>();
    for (int slot = 0; slot < BlockTrait.slots(); slot++) {
      names.add(BlockTrait.name(slot));
    }
    assertThat(names.size(), is(BlockTrait.slots()));
    // Reading fails on a weight of an unknown trait.
    assertThat(BlockModel.shipped().logOdds(new int[0]), lessThan(9.0));
  }

  @Test
  void paragraphsOfAnArticleStay() {
    assertThat(text(paragraphs(12), ""), containsString("berth number 11"));
  }

  @Test
  void aDatedLineOfLinksBehindTheTextGoes() {
    String tail =
        "<div class=\"x9\"><a href=\"/a\">Ferry timetable</a> | <a href=\"/b\">2019 archive</a></div>"
            + "<div class=\"x9\"><a href=\"/c\">Harbour photographs</a> | <a href=\"/d\">2018</a></div>";
    assertThat(text(paragraphs(12), tail), not(containsString("Harbour photographs")));
  }

  @Test
  void whatThePageStatesAsItsBodyStaysWhateverWasLearned() {
    List<String> paragraphs = paragraphs(12);
    String stated =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + String.join(" ", paragraphs.subList(0, 8))
            + "\"}</script>";
    String text = text(new HtmlSegmenter(HtmlSettings.defaults(), ALWAYS_NO), paragraphs, stated);
    assertThat(text, containsString("berth number 7"));
    assertThat(text, not(containsString("berth number 8")));
  }

  @Test
  void aPageOfWhichMostWouldGoIsLeftAsItIs() {
    String text = text(new HtmlSegmenter(HtmlSettings.defaults(), ALWAYS_NO), paragraphs(12), "");
    assertThat(text, containsString("berth number 11"));
  }

  private static List<String> paragraphs(int count) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paragraphs.add(
          "The keeper of berth number "
              + i
              + " said on the morning after the storm that the water had risen higher than in any"
              + " year since the old quay was built, and that the boats had held.");
    }
    return paragraphs;
  }

  private static String text(List<String> paragraphs, String tail) {
    return text(SEGMENTER, paragraphs, tail);
  }

  private static String text(HtmlSegmenter segmenter, List<String> paragraphs, String tail) {
    StringBuilder page = new StringBuilder("<html><head><title>Boats held</title></head><body>");
    page.append("<article><h1>Boats held in the storm at the old quay</h1>");
    paragraphs.forEach(one -> page.append("<p>").append(one).append("</p>"));
    page.append(tail).append("</article></body></html>");
    return segmenter
        .segment(Labelled.page("http://quay.example/2024/boats-held", page.toString()))
        .article()
        .text();
  }
}
