package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.junit.jupiter.api.Test;

class SiteModelsTest {
  private static final String[] NOUNS = {
    "harbour", "council", "valley", "bridge", "museum", "market", "ferry", "library", "tower",
    "mill"
  };
  private static final String[] VERBS = {
    "opened", "closed", "repaired", "visited", "painted", "measured", "bought", "lost"
  };

  /** A sentence that a seed decides. */
  private static String sentence(Random random, int words) {
    StringBuilder out = new StringBuilder("The");
    for (int i = 0; i < words; i++) {
      String[] list = i % 2 == 0 ? NOUNS : VERBS;
      out.append(' ').append(list[random.nextInt(list.length)]).append(i % 3 == 0 ? " the" : "");
    }
    return out.append(" day").append(random.nextInt(10_000)).append('.').toString();
  }

  private static final String FOOTER =
      "%s is printed on recycled paper by people who walk to work in all weathers every day.";
  private static final String SHARED =
      "The wire carried one sentence that stood in both papers on that day in March.";

  private static Page page(int site, int number, boolean isSyndicated) {
    Random random = new Random(site * 1000L + number);
    String name = "The Paper " + (char) ('A' + site);
    List<String> blocks = new ArrayList<>();
    blocks.add(name);
    blocks.add("Story of the " + NOUNS[number % 10] + " number " + number + " in " + name);
    for (int i = 0; i < 4; i++) {
      blocks.add(sentence(random, 12));
    }
    if (isSyndicated) {
      blocks.add("It was said before that the mill would never turn again in this century.");
      blocks.add(SHARED);
      blocks.add("It was said after that nobody had expected the wheel to be so light to turn.");
    }
    blocks.add("Wander further");
    for (int i = 0; i < 3; i++) {
      int teaser = (number + i * 2) % 7;
      blocks.add("Teaser of site " + site + " with the number " + teaser + " and more");
      blocks.add(
          "The snippet of the teaser " + teaser + " goes on for a while and then it ends here.");
    }
    blocks.add(String.format(FOOTER, name));
    byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
    return Page.text("p" + site + "-" + number, 0, payload);
  }

  private static List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (int site = 0; site < 4; site++) {
      for (int number = 0; number < 8; number++) {
        pages.add(page(site, number, number < 3));
      }
    }
    return pages;
  }

  private static SiteSample sample(List<Page> pages) {
    SiteSample sample = new SiteSample(1000);
    pages.forEach(sample::add);
    return sample;
  }

  @Test
  void furnitureThatRecursAmongVariedNeighboursIsNotInTheArticle() {
    List<Page> pages = pages();
    SiteModels models = SiteModels.learn(sample(pages));
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (Page page : pages) {
      Segmented found = segmenter.segment(page, models.forPage(page));
      assertThat(found.article().text(), not(containsString("recycled paper")));
      assertThat(found.article().text(), not(containsString("snippet of the teaser")));
      assertThat(found.article().title(), containsString("Story of the"));
      assertThat(found.teasers().size(), is(3));
      SpanChecks.cover(page.payload(), found);
    }
  }

  @Test
  void aSyndicatedSentenceAmongTheSameNeighboursStays() {
    List<Page> pages = pages();
    SiteModels models = SiteModels.learn(sample(pages));
    Page page = pages.get(0);
    Segmented found = new Segmenter(SegmentSettings.defaults()).segment(page, models.forPage(page));
    assertThat(found.article().text(), containsString(SHARED));
  }

  @Test
  void pagesWithoutAnAddressAreGroupedByTheFurnitureTheyShare() {
    SiteModels models = SiteModels.learn(sample(pages()));
    assertThat(models.models().size(), is(4));
    models.models().forEach(model -> assertThat(model.pages(), is(8)));
  }

  @Test
  void orderAndPartsDoNotMatter() {
    List<Page> pages = pages();
    byte[] whole = sample(pages).toBytes();
    List<Page> shuffled = new ArrayList<>(pages);
    Collections.shuffle(shuffled, new Random(5));
    SiteSample left = sample(shuffled.subList(0, 20));
    left.merge(sample(shuffled.subList(10, 32)));
    assertThat(Arrays.equals(left.toBytes(), whole), is(true));
    SiteModels models = SiteModels.learn(SiteSample.fromBytes(whole));
    assertThat(
        Arrays.equals(SiteModels.fromBytes(models.toBytes()).toBytes(), models.toBytes()),
        is(true));
    assertThat(Arrays.equals(SiteModels.learn(left).toBytes(), models.toBytes()), is(true));
  }

  @Test
  void pagesThatBeginWithTheirTextAreLearnedFrom() {
    List<Page> pages = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      Random random = new Random(number);
      List<String> blocks = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        blocks.add(sentence(random, 40));
      }
      byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
      String url = "https://mill.test/" + number;
      pages.add(
          new Page("p" + number, 0, null, null, url, null, null, null, Page.Kind.TEXT, payload));
    }
    assertThat(SiteModels.learn(sample(pages)).models().get(0).pages(), is(8));
  }

  @Test
  void theBoundHolds() {
    SiteSample small = new SiteSample(5);
    pages().forEach(small::add);
    assertThat(small.size(), is(5));
  }

  @Test
  void itDoesNotMatterHowManyPagesAreKeptAsTheyAreUntilTheyAreAskedFor() {
    List<SiteSample.SampledPage> read = kept(0).pages();
    assertThat(read.size(), is(12));
    for (long room : new long[] {2_000, 10_000, Long.MAX_VALUE}) {
      assertThat(kept(room).pages(), is(read));
      assertThat(SiteSample.fromBytes(kept(room).toBytes()).pages(), is(read));
      SiteSample other = new SiteSample(12, 3_000);
      other.merge(kept(room));
      assertThat(other.pages(), is(read));
    }
  }

  private static SiteSample kept(long bytesAsIs) {
    SiteSample sample = new SiteSample(12, bytesAsIs);
    pages().forEach(sample::add);
    return sample;
  }

  @Test
  void whatWasLearnedIsToldAsJson() {
    SiteModels models = SiteModels.learn(sample(pages()));
    assertThat(models.models().get(0).json(), containsString("recycled paper"));
  }
}
