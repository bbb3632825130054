package org.copydesk.segment.fields;

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
        "July 7, 2023 by Ana Roe ~ Ana Roe",
        "Am 7. Juli 2023 von Ruth Brandt ~ Ruth Brandt",
        "Publié le 7 juillet 2023 par Irène Tessier ~ Irène Tessier",
        "El 7 de julio de 2023 por Elvira Rivas ~ Elvira Rivas",
        "7 juli 2023 door Piet Vos ~ Piet Vos",
        "Posted 3 hours ago by Ana Roe ~ Ana Roe",
        "By Ana Roe in Brackwater and Ben Lund in London ~ Ana Roe;Ben Lund",
        "Ana Roe, MD ~ Ana Roe",
        "Ana Roe, Ph.D., and Ben Lund, RN ~ Ana Roe;Ben Lund",
        "By ANA ROE Associated Press ~ ANA ROE",
        "Ana Roe, translated by Ben Lund ~ Ana Roe",
        "Ana Roe, übersetzt von Ben Lund ~ Ana Roe",
        "By Ana Roe Reviewed by Ben Lund ~ Ana Roe",
        "Words: Ana Roe. Pictures: Ben Lund ~ Ana Roe",
        "文・写真 小早川奈緒 ~ 小早川奈緒",
        "홍길순 기자 hong@gazette.example ~ 홍길순",
        "何文静 报道 ~ 何文静",
        "Ana Roe of the Harbour Ledger ~ Ana Roe",
        "Ana Roe ⋅ Review Editor ~ Ana Roe",
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
  void aFieldOfOneNameEachMayHaveTheFamilyNameFirst() {
    assertThat(AuthorNames.ofOne("Roe, Ana", null), is(List.of("Roe, Ana")));
    assertThat(AuthorNames.ofOne("Ana Roe", null), is(List.of("Ana Roe")));
    assertThat(AuthorNames.ofOne("Ana Roe, harbour editor", null), is(List.of("Ana Roe")));
    assertThat(AuthorNames.ofOne(null, null), is(List.of()));
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
        "By Staff Reports ~ true",
        "BY OUR OWN CORRESPONDENT ~ true",
        "Von unserer Redaktion ~ true",
        "Par notre envoyé spécial ~ true",
        "Por la redacción ~ true",
        "By staff reports of a flood it was told too late ~ false",
        "Staff reports ~ false",
        "Por la noche ~ false",
      })
  void aBylineIsToldFromOtherLines(String line, boolean isByline) {
    assertThat(line, BylineReader.isByline(line), is(isByline));
  }
}
