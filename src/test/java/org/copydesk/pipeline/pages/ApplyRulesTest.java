package org.copydesk.pipeline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.copydesk.command.ParsedBuild;
import org.copydesk.dedup.Suppression;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.quality.QualityRules;
import org.junit.jupiter.api.Test;

class ApplyRulesTest {
  private static final String RULE = "{signal: words, op: \"<\", value: 5}";

  private static Annotator.Annotated article(String text) throws Exception {
    BuildSettings settings =
        ParsedBuild.settings("in", "-o", "out", "--topics=false", "--language=false");
    Page page = Page.text("a.txt", 0, text.getBytes(StandardCharsets.UTF_8));
    Article article =
        new Article("Crane", null, List.of(), null, null, null, text, null, "elm.test");
    return new Annotator(settings).annotate(page, article, null);
  }

  private static Optional<ApplyRules.Removal> removal(Suppression list, String text)
      throws Exception {
    ApplyRules rules = new ApplyRules(list, QualityRules.one(RULE));
    Annotator.Annotated article = article(text);
    ApplyRules.Removal broken = rules.breaks(article).orElse(null);
    return Optional.ofNullable(
        rules.removes(article.article().id(), null, article.article().article().site(), broken));
  }

  @Test
  void anArticleThatARuleHoldsForGoesWithTheRulesFigures() throws Exception {
    ApplyRules.Removal why = removal(Suppression.NONE, "Three words only").orElseThrow();
    assertThat(why.value(), is(3.0));
    assertThat(why.valueText(), is("3"));
    assertThat(why.threshold(), is(5.0));
  }

  @Test
  void oneThatNoRuleHoldsForStays() throws Exception {
    assertThat(
        removal(Suppression.NONE, "There are more than five words here").isPresent(), is(false));
  }

  @Test
  void suppressionComesBeforeRules() throws Exception {
    Suppression site = Suppression.parse(List.of("elm.test"));
    assertThat(removal(site, "Three words only").orElseThrow().reason(), is("suppressed"));
  }
}
