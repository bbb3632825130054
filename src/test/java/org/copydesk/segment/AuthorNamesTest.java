package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names out of bylines and author fields; all people are invented. */
class AuthorNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "By Ana Roe ~ Ana Roe",
        "By Ana Roe and Piet Vos, Harbour Wire ~ Ana Roe;Piet Vos",
        "By Ana Roe, Piet Vos and Bo Ek ~ Ana Roe;Piet Vos;Bo Ek",
        "By Ana Roe Feb 21, 2020 ~ Ana Roe",
        "by Ana Roe on January 20, 2020 ~ Ana Roe",
        "By Ana Roe On 12. Dezember 2022 ~ Ana Roe",
        "By Ana Roe, Harbour Correspondent ~ Ana Roe",
        "By Ana Roe Last-Lee | 3 March 2024, 14:30 ~ Ana Roe Last-Lee",
        "Von Ruth Brandt, Redaktion ~ Ruth Brandt",
        "Veröffentlicht von Cem Bas www.bas.example ~ Cem Bas",
        "Por Elvira Rivas, corresponsal ~ Elvira Rivas",
        "Par Irène Tessier, correspondante | Le 24 août 2024 ~ Irène Tessier",
        "Автор материала Зоя Ларич ~ Зоя Ларич",
        "记者：何文静 ~ 何文静",
        "文：小早川奈緒 ~ 小早川奈緒",
        "كتب: مازن الزيتوني ~ مازن الزيتوني",
        "Ana van der Roe ~ Ana van der Roe",
        "Perry Roe Jr. ~ Perry Roe Jr.",
        "Reported by gizmo ~ gizmo",
        "Ana Roe info@roe.example ~ Ana Roe",
      })
  void areReadFromBylines(String line, String names) {
    assertThat(line, AuthorNames.of(line), is(Arrays.asList(names.split(";"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "admin",
        "By Editorial Staff",
        "Die Redaktion",
        "https://social.example/ana.roe",
        "harbourwire.example",
        "Por qué el puente divide a la ciudad",
        "Posted on 3 March 2024",
      })
  void areNotReadFromWhatNamesNobody(String line) {
    assertThat(line, AuthorNames.of(line), is(List.of()));
  }

  @Test
  void theSiteIsNoAuthor() {
    assertThat(AuthorNames.of("Harbour Wire", "Harbour Wire"), is(List.of()));
    assertThat(AuthorNames.of("Harbour Wire - Ana Roe", "Harbour Wire"), is(List.of("Ana Roe")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "By Ana Roe ~ true",
        "von Anna · 18. Oktober 2019 ~ true",
        "記者：藤沢誠 | 2025年8月31日 ~ true",
        "Por qué gana el puerto ~ false",
        "By the harbour the boats wait. ~ false",
        "Harbour reopens after storm ~ false",
      })
  void aBylineIsToldFromOtherLines(String line, boolean isByline) {
    assertThat(line, BylineReader.isByline(line), is(isByline));
  }
}
