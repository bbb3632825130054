package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

class ArticleIdentityTest {
  @Test
  void caseQuotesAndWhiteSpaceDoNotMakeAnotherArticle() {
    assertThat(
        ArticleIdentity.of("“Vote” called", "The\n\ncouncil  met."),
        is(ArticleIdentity.of("\"VOTE\" called", "The council\u00a0met.")));
  }

  @Test
  void aDigitMakesAnotherArticle() {
    assertThat(
        ArticleIdentity.of("Fire", "3 were hurt."),
        is(not(ArticleIdentity.of("Fire", "30 were hurt."))));
  }

  @Test
  void aWordDoesNotMoveFromTitleToText() {
    assertThat(ArticleIdentity.of("a b", "c"), is(not(ArticleIdentity.of("a", "b c"))));
  }

  @Test
  void theIdNeverChanges() {
    assertThat(
        ArticleIdentity.of("Port reopens", "Ferries ran again.").hex(),
        is("e9564e1a9c149a0d55f6f4de0bb483eb"));
  }

  @Test
  void noTitleAndABlankTitleAreTheSame() {
    assertThat(ArticleIdentity.of(null, "Text."), is(ArticleIdentity.of(" ", "Text.")));
  }

  @Test
  void theTruncationSignIsNoPartOfATeaser() {
    assertThat(
        TeaserIdentity.of("PORT reopens", "Ferries ran […]"),
        is(TeaserIdentity.of("Port Reopens", "ferries ran")));
  }

  @Test
  void aCaptionPrefixIsNoPartOfTheTitleKey() {
    assertThat(
        TeaserIdentity.titleKey("PHOTOS: Port reopens"),
        is(TeaserIdentity.titleKey("Watch | Port reopens")));
    assertThat(
        TeaserIdentity.titleKey("Port: it reopens"),
        is(not(TeaserIdentity.titleKey("It reopens"))));
  }
}
