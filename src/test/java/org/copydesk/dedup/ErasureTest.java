package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Teaser;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

/** What a list of the erased covers, and what it says. */
class ErasureTest {
  private static final String TITLE = "The weir at Oakhaven is mended";
  private static final ContentHash ID = ContentHash.of("weir");

  private static Teaser teaser(String title, String url) {
    return new Teaser(title, "It had leaked since March.", null, false, url, 0, 10);
  }

  @Test
  void articlesAreNamedByIdAddressOrSite() {
    Erasure erasure = Erasure.of(List.of(ID.hex(), "https://elm.test/1", "oak.test"));
    assertThat(erasure.covers(ID, null, null), is(true));
    assertThat(erasure.covers(ContentHash.of("other"), "http://www.elm.test/1", null), is(true));
    assertThat(erasure.covers(ContentHash.of("other"), null, "oak.test"), is(true));
    assertThat(erasure.covers(ContentHash.of("other"), "https://elm.test/2", "elm"), is(false));
    assertThrows(IllegalArgumentException.class, () -> Erasure.of(List.of("two words")));
  }

  @Test
  void aTeaserIsCoveredByItsHeadlineOrItsAddress() {
    Erasure erasure = Erasure.of(List.of(Erasure.titleLine(TITLE), "https://elm.test/1"));
    assertThat(erasure.covers(teaser(TITLE, null)), is(true));
    assertThat(erasure.covers(teaser("  the weir at  Oakhaven is mended ", null)), is(true));
    assertThat(erasure.covers(teaser("Another", "https://elm.test/1#top")), is(true));
    assertThat(erasure.covers(teaser("Another", "https://elm.test/2")), is(false));
    assertThat(erasure.covers(teaser(null, null)), is(false));
  }

  @Test
  void aFileHoldsNoWordOfAHeadlineAndIsTheSameInAnyOrder() {
    List<String> lines = List.of(Erasure.titleLine(TITLE), ID.hex());
    byte[] bytes = Erasure.bytes(lines);
    assertThat(new String(bytes, StandardCharsets.UTF_8), not(containsString("weir")));
    assertThat(Erasure.bytes(List.of(lines.get(1), lines.get(0), lines.get(1))), is(bytes));
    assertThat(Erasure.read(bytes).covers(teaser(TITLE, null)), is(true));
    assertThat(Erasure.read(bytes).covers(ID, null, null), is(true));
    assertThat(Erasure.suppressed(lines), is(List.of(ID.hex())));
    assertThat(Erasure.NONE.isEmpty(), is(true));
    assertThat(Erasure.of(List.of(lines.get(0))).isEmpty(), is(false));
  }

  @Test
  void whatIsLeftOfAnArticleIsWhereItStood() {
    Article article =
        new Article(
            TITLE,
            "By A. Miller",
            List.of("A. Miller"),
            "OAKHAVEN",
            null,
            "MPS",
            "It leaked.",
            "https://elm.test/1",
            "elm.test");
    ArticleRecord record =
        new ArticleRecord(
            ID, "a.jsonl", 7, "seven", null, "{\"a\":1}", article, "en", 1., 2, null, null);
    ArticleRecord left = Erasure.whatIsLeft(record);
    assertThat(left.id(), is(ID));
    assertThat(left.sourceFile() + left.sourceRecord(), is("a.jsonl7"));
    assertThat(left.article().url(), is("https://elm.test/1"));
    assertThat(left.article().title(), is(nullValue()));
    assertThat(left.metadata(), is(nullValue()));
    for (String word : List.of("weir", "Miller", "OAKHAVEN", "MPS", "leaked")) {
      assertThat(left.toString(), not(containsString(word)));
    }
  }
}
