package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import org.copydesk.dedup.ArticleIdentity;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
  @Test
  void oneTextInTwoSpellingsHasOneId() {
    assertThat(
        ArticleIdentity.of("Straße", "Der Fluß stieg."),
        is(ArticleIdentity.of("Strasse", "Der Fluss stieg.")));
    assertThat(
        ArticleIdentity.of("Мост", "Ещё шёл спор."),
        is(ArticleIdentity.of("Мост", "Еще шел спор.")));
    assertThat(
        ArticleIdentity.of(null, "شورای شهر یک"), is(ArticleIdentity.of(null, "شوراي شهر يك")));
    assertThat(
        ArticleIdentity.of(null, "إعادة فتح الجســر"),
        is(ArticleIdentity.of(null, "اعادة فتح الجسر")));
  }

  @Test
  void otherLettersAreOther() {
    assertThat(ArticleIdentity.of(null, "мел"), is(not(ArticleIdentity.of(null, "мал"))));
    String plain = "nothing to fold here";
    assertThat(LookAlikes.fold(plain), is(sameInstance(plain)));
  }
}
