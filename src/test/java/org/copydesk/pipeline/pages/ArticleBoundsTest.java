package org.copydesk.pipeline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.sameInstance;

import java.util.Collections;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

class ArticleBoundsTest {
  private static final String LONG = "x".repeat(11);
  private static final String CUT = "x".repeat(10);

  private final ArticleBounds bounds = new ArticleBounds(10);

  @Test
  void everyFieldOfAnArticleButItsTextIsCutAndTold() {
    Article article =
        bounds.article(
            new Article(LONG, LONG, List.of(LONG, "a"), LONG, null, LONG, LONG, LONG, null), LONG);
    assertThat(
        article, is(new Article(CUT, CUT, List.of(CUT, "a"), CUT, null, CUT, LONG, CUT, CUT)));
    assertThat(bounds.count(), is(7L));
    assertThat(
        bounds.mark(null),
        is(
            "{\"fields_cut\":[\"title\",\"byline\",\"authors\",\"dateline\",\"provider\",\"url\",\"site\"]}"));
  }

  @Test
  void aThousandAuthorsAreEnough() {
    List<String> authors = Collections.nCopies(300_000, "Ann Roe");
    Article article =
        bounds.article(new Article("t", null, authors, null, null, null, "text", null, null), null);
    assertThat(article.authors().size(), is(1_000));
    assertThat(bounds.count(), is(1L));
  }

  @Test
  void teasersAreCutTooAndThoseWithinTheirBoundsStayTheSame() {
    Teaser teaser = new Teaser("a", "b", null, false, "c", 0, 1);
    List<Teaser> sound = List.of(teaser);
    assertThat(bounds.teasers(sound), is(sameInstance(sound)));
    List<Teaser> cut =
        bounds.teasers(List.of(new Teaser(LONG, LONG, LONG, true, LONG, 0, 1, 2, 3), teaser));
    assertThat(cut, is(List.of(new Teaser(CUT, CUT, CUT, true, CUT, 0, 1, 2, 3), teaser)));
    assertThat(
        List.of(cut.get(0).title().length(), cut.get(0).url().length()),
        everyItem(lessThanOrEqualTo(10)));
    assertThat(bounds.count(), is(4L));
  }
}
