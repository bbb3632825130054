package org.copydesk.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static final Confidence CONFIDENCE = new Confidence(.8, .4, .6, .2);

  private static Segmented page(Confidence confidence) {
    Article.Details details =
        new Article.Details(null, DatePrecision.DAY, PageType.ARTICLE, .9, null)
            .withConfidence(confidence);
    Article article =
        new Article(
            "Harbour reopens",
            "By Ana Roe",
            List.of("Ana Roe"),
            null,
            Instant.parse("2024-03-01T00:00:00Z"),
            null,
            "The harbour reopened.",
            "https://elm.test/1",
            "elm.test",
            details);
    List<Teaser> teasers =
        List.of(new Teaser("Ferry sails", null, null, false, null, 30, 41, 0, 0));
    List<Span> spans =
        List.of(
            new Span(0, 15, Label.TITLE, "h1"),
            new Span(15, 30, Label.BODY, "text"),
            new Span(30, 41, Label.TEASER_TITLE, "list"));
    return new Segmented(article, null, teasers, spans);
  }

  @Test
  void fieldsBelowTheBoundAreLeftOutAndTheirConfidenceStays() {
    Article found = page(CONFIDENCE).withLeastConfidence(.5).article();
    assertThat(found.title(), is(nullValue()));
    assertThat(found.authors(), is(List.of()));
    assertThat(found.byline(), is("By Ana Roe"));
    assertThat(found.publishedAt(), is(Instant.parse("2024-03-01T00:00:00Z")));
    assertThat(found.details().confidence(), is(CONFIDENCE));
    Article dateless = page(CONFIDENCE).withLeastConfidence(.7).article();
    assertThat(dateless.publishedAt(), is(nullValue()));
    assertThat(dateless.details().publishedPrecision(), is(nullValue()));
    assertThat(dateless.details().pageType(), is(PageType.ARTICLE));
  }

  @Test
  void anArticleWhoseTextIsBelowIsNoneAndThePageKeepsItsTeasers() {
    Segmented left = page(CONFIDENCE).withLeastConfidence(.81);
    assertThat(left.article(), is(nullValue()));
    assertThat(left.skipReason(), is(Reason.LOW_CONFIDENCE));
    assertThat(left.teasers().size(), is(1));
    assertThat(
        left.spans().stream().map(Span::label).toList(),
        is(List.of(Label.BOILERPLATE, Label.BOILERPLATE, Label.TEASER_TITLE)));
  }

  @Test
  void whatIsAsSureOrOfUnknownConfidenceStays() {
    Segmented sure = page(CONFIDENCE);
    assertThat(sure.withLeastConfidence(.2), is(sameInstance(sure)));
    Segmented unknown = page(Confidence.NONE);
    assertThat(unknown.withLeastConfidence(1), is(sameInstance(unknown)));
  }
}
