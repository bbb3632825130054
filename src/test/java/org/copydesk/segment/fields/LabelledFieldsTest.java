package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SpanChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of archives, databases and readers, whose fields say what they hold. */
class LabelledFieldsTest {
  private static final String FIRST =
      "The harbour board of Lorne sold the granary on Tuesday to a company that brews ginger beer.";
  private static final String SECOND =
      "Nobody on the quay was asked, said the rowers, who keep two boats under its roof.";
  private static final String TITLE = "Harbour board sells the granary on the quay";

  private static Segmented read(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Segmented found =
        new Segmenter(SegmentSettings.defaults())
            .segment(Page.text("page.txt", 0, payload), SiteModel.NONE);
    SpanChecks.cover(payload, found);
    return found;
  }

  /** The text of all spans of a label. */
  private static List<String> all(String text, Segmented found, Label label) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    List<String> parts = new ArrayList<>();
    for (Span span : found.spans()) {
      if (span.label() == label) {
        parts.add(
            new String(payload, span.start(), span.end() - span.start(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static void assertExport(String text, String author, String date) {
    for (String variant : List.of(text, text.replace("\n", "\r\n"), text + "\n\n")) {
      Segmented found = read(variant);
      Article article = found.article();
      assertThat(article.title(), is(TITLE));
      assertThat(article.authors(), is(author == null ? List.of() : List.of(author)));
      assertThat(String.valueOf(article.publishedAt()).substring(0, 10), is(date));
      assertThat(article.text(), is(FIRST + "\n\n" + SECOND));
      assertThat(all(variant, found, Label.TITLE), is(List.of(TITLE)));
      assertThat(all(variant, found, Label.BODY), is(List.of(FIRST, SECOND)));
      assertThat(found.teasers(), is(empty()));
    }
  }

  private static final String TEXT = FIRST + "\n\n" + SECOND + "\n";

  @Test
  void aDatabaseThatNamesTheHeadline() {
    assertExport(
        "          The Lorne Mercury\n\n          March 5, 2024, Tuesday\n\nSECTION: Pg. 4\n\n"
            + "LENGTH: 212 words\n\nHEADLINE: "
            + TITLE
            + "\n\nBYLINE: Mara Tidewell, Harbour Correspondent\n\nBODY:\n"
            + TEXT
            + "\nGRAPHIC: Photo, the granary in May\n\nLOAD-DATE: March 6, 2024\n",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void aDatabaseThatPrintsTheHeadlineUnderTheDate() {
    assertExport(
        "                      The Lorne Mercury\n\n                   March 5, 2024 Tuesday\n"
            + "                    Late Edition\n\n"
            + TITLE
            + "\n\nBYLINE: Mara Tidewell\n\nLENGTH: 212 words\n\n\n"
            + TEXT
            + "\nLANGUAGE: ENGLISH\n\n             Copyright 2024 Lorne Mercury Ltd\n"
            + "                  All Rights Reserved\n",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void aDatabaseThatPrintsTheHeadlineOverThePaper() {
    assertExport(
        TITLE
            + "\nThe Lorne Mercury\nMarch 5, 2024 Tuesday\n\nCopyright 2024 Lorne Mercury Ltd\n"
            + "Section: QUAY; Pg. 2\nLength: 212 words\nByline: Mara Tidewell\nBody\n\n"
            + TEXT
            + "\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 6, 2024\n\nEnd of Document",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void theSameInGermanAndFrench() {
    assertExport(
        TITLE
            + "\nLorner Merkur\n5. März 2024 Dienstag\n\nCopyright 2024 Lorner Merkur GmbH\n"
            + "Rubrik: Hafen; S. 2\nLänge: 212 Wörter\nAutor: Mara Tidewell\nVolltext\n\n"
            + TEXT
            + "\nLadedatum: 6. März 2024\n\nEnde des Dokuments\n",
        "Mara Tidewell",
        "2024-03-05");
    assertExport(
        "Titre : "
            + TITLE
            + "\nAuteur : Mara Tidewell\nSource : Le Mercure de Lorne\nDate : 5 mars 2024\n"
            + "Longueur : 212 mots\n\nTexte intégral\n\n"
            + TEXT
            + "\nFin du document\n",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void tagsOfTwoLetters() {
    assertExport(
        "HD\tHarbour board sells the granary on the quay\nBY  By Mara Tidewell\nWC  212 words\n"
            + "PD  5 March 2024\nSN  The Lorne Mercury\nLA  English\nCY  (c) 2024 Lorne Mercury\n\n"
            + "LP  \n"
            + FIRST
            + "\n\nTD\n"
            + SECOND
            + "\nNS  gcat : Political News\nPUB  Lorne Mercury\nAN  Document LORNE00020240306ek350001\n",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void aTextOnTheLineOfItsTag() {
    Segmented found =
        read(
            "HD   "
                + TITLE
                + "\nWC   212 words\nPD   5 March 2024\nLP   "
                + FIRST
                + "\nTD   "
                + SECOND
                + "\nAN   Document LORNE00020240306ek350001");
    assertThat(found.article().text(), is(FIRST + "\n\n" + SECOND));
  }

  @Test
  void aDatabaseOfFieldsWithTheFullText() {
    assertExport(
        "____________________________________________________________\n\nTitle: "
            + TITLE
            + "\n\nAuthor: Mara Tidewell\n\nPublication info: Lorne Mercury; Lorne [Lorne]. 05 Mar"
            + " 2024: 4.\n\nPublication date: Mar 5, 2024\n\nFull text: "
            + TEXT
            + "\nSubject: Harbours; Granaries\n\nLocation: Lorne\n\nPublication title: Lorne Mercury\n\n"
            + "ProQuest document ID: 293847561\n\nCopyright: Lorne Mercury 2024\n",
        "Mara Tidewell",
        "2024-03-05");
  }

  @Test
  void aReadersExportWithAWholePageUnderIt() {
    String text =
        "Title: Harbour board sells the granary on the quay - Lorne Mercury\n\n"
            + "URL Source: https://mercury.example/granary\n\n"
            + "Published Time: 2024-03-05T08:00:00Z\n\nMarkdown Content:\n"
            + TITLE
            + "\n\nBy Mara Tidewell\n\n"
            + TEXT
            + "\nRelated\n\nFerry sails again after the storm\n\n"
            + "The ferry left at dawn with nine people and a goat on board ... Read more »\n";
    Segmented found = read(text);
    assertThat(found.article().title(), is(TITLE));
    assertThat(found.article().authors(), is(List.of("Mara Tidewell")));
    assertThat(found.article().text(), is(FIRST + "\n\n" + SECOND));
    assertThat(found.teasers().get(0).title(), is("Ferry sails again after the storm"));
  }

  @Test
  void fieldsBetweenLinesOfDashes() {
    assertExport(
        "---\ntitle: \""
            + TITLE
            + "\"\nauthor: Mara Tidewell\ndate: 2024-03-05\ntags:\n  - harbour\n  - granary\n---\n\n"
            + TEXT,
        "Mara Tidewell",
        "2024-03-05");
  }

  /** Each of the text's lines could be a headline; the field's is the only one. */
  @Test
  void whereAFieldNamesTheHeadlineNoLineOfTheTextIsOne() {
    String text =
        "Title: "
            + TITLE
            + "\nURL Source: https://mercury.example/granary\n\nMarkdown Content:\n"
            + "Ginger beer comes to the quay at last\n\n"
            + TEXT;
    Segmented found = read(text);
    assertThat(found.article().title(), is(TITLE));
    assertThat(all(text, found, Label.TITLE), is(List.of(TITLE)));
    assertThat(all(text, found, Label.BODY).containsAll(List.of(FIRST, SECOND)), is(true));
  }

  @Test
  void namesInOtherScripts() {
    String first = "洛恩港务局周二将谷仓出售给一家酿造姜汁啤酒的公司，码头上没有人被问及此事。";
    Segmented found =
        read("标题：洛恩港务局出售码头谷仓\n作者：林国强\n来源：洛恩信使报\n日期：2024年3月5日\n\n正文：\n" + first + "\n\n" + first);
    assertThat(found.article().title(), is("洛恩港务局出售码头谷仓"));
    assertThat(found.article().authors(), is(List.of("林国强")));
    assertThat(found.article().publishedAt().toString().substring(0, 10), is("2024-03-05"));
    assertThat(found.article().text(), is(first + "\n\n" + first));
  }

  @Test
  void aHeadlineOfTwoLinesAndASummaryAreWhole() {
    Segmented found =
        read(
            "HEADLINE: Harbour board sells the granary;\n   Rowers were not asked\n\nHIGHLIGHT: The"
                + " sale ends six years of dispute.\n\nDATELINE: LORNE\n\nLENGTH: 212 words\n\nBODY:\n\n"
                + TEXT);
    assertThat(
        found.article().title(), is("Harbour board sells the granary; Rowers were not asked"));
    assertThat(found.article().dateline(), is("LORNE"));
    assertThat(
        found.article().text(),
        is("The sale ends six years of dispute.\n\n" + FIRST + "\n\n" + SECOND));
  }

  @Test
  void aBriefOfAnArchiveIsAnArticleHoweverShort() {
    Segmented found =
        read(
            "Whale dies\nThe Lorne Mercury\nMarch 5, 2024\n\nLength: 6 words\nByline: Mara Tidewell\n"
                + "Body\n\nThe whale of Lorne has died.\n\nEnd of Document\n");
    assertThat(found.article().title(), is("Whale dies"));
    assertThat(found.article().text(), is("The whale of Lorne has died."));
  }

  /** Lines with colons over a text are on many pages: they make no record. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Author: Mara Tidewell\nPublished: 5 March 2024\nUpdated: 6 March 2024\n\n",
        "Author: Mara Tidewell\n\nDate: 5 March 2024\n\n",
        "Section: Harbour\n\nTags: quay, granary\n\nSource: Lorne Wire\n\n",
        "Country: Norway\nLength: 94 minutes\nLanguage: Norwegian\n\n",
      })
  void aFewFieldsOfAPageAreNoRecord(String lines) {
    String text = TITLE + "\n\n" + lines + TEXT;
    Segmented found = read(text);
    assertThat(found.article().title(), is(TITLE));
    assertThat(
        found.spans().stream().filter(s -> s.rule().startsWith("field-")).toList(), is(empty()));
  }

  @Test
  void aPageWithoutATextGivesNone() {
    Segmented found = read("HEADLINE: " + TITLE + "\n\nLENGTH: 212 words\n\nBODY:\n");
    assertThat(found.article(), is(nullValue()));
    assertThat(found.spans(), is(not(empty())));
  }
}
