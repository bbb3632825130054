package org.copydesk.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.SiteJson;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.junit.jupiter.api.Test;

/** Forty sites, two nights; on the second ten of them have another layout. */
class LayoutDriftTest {
  private static final int SITES = 40;
  private static final int PAGES = 8;
  private static final Instant FIRST = Instant.parse("2024-03-05T02:00:00Z");
  private static final HtmlSegmenter HTML = new HtmlSegmenter(HtmlSettings.defaults());

  @Test
  void theGateTellsTheSitesWhoseLayoutIsAnotherAndNoOthers() {
    Map<String, Profile> before = profiles(learned(0));
    Map<String, Profile> after = profiles(learned(1));
    TreeSet<String> told = new TreeSet<>();
    Drift drift =
        new DriftGate(.1, 50)
            .compare(
                new GenerationProfile(new Profile(), before),
                new GenerationProfile(new Profile(), after));
    for (Move move : drift.moves()) {
      if (move.measure().equals("layout_mix")) {
        told.add(move.site());
      }
    }
    assertThat(told, is(changed()));
    assertThat(drift.isBroken(), is(false));
  }

  @Test
  void theTableTellsTheSitesWhoseLayoutChangedWhileTheyWereFetched() {
    SiteSample both = sample(0);
    both.merge(sample(1));
    TreeSet<String> told = new TreeSet<>();
    for (SiteModel model : SiteModels.learn(both).models()) {
      if (model.layout().isChanged()) {
        told.add(model.name());
      }
    }
    assertThat(told, is(changed()));
  }

  @Test
  void withoutTimesNothingIsSaidAndModelsReadBackAreTheSame() {
    SiteSample sample = new SiteSample();
    for (int page = 0; page < PAGES; page++) {
      add(sample, 3, page, page % 2, null);
    }
    SiteModels models = SiteModels.learn(sample);
    assertThat(models.models().get(0).layout().isChanged(), nullValue());
    SiteModels read = SiteModels.fromBytes(models.toBytes());
    assertThat(read.models().get(0).json(), is(models.models().get(0).json()));
  }

  @Test
  void twoTemplatesInTurnAreNoChange() {
    SiteSample sample = new SiteSample();
    for (int page = 0; page < PAGES; page++) {
      add(sample, 3, page, page % 2, FIRST.plusSeconds(60L * page));
    }
    assertThat(SiteModels.learn(sample).models().get(0).layout().isChanged(), is(false));
  }

  private static TreeSet<String> changed() {
    TreeSet<String> changed = new TreeSet<>();
    for (int site = 0; site < SITES; site += 4) {
      changed.add("site" + site + ".example");
    }
    return changed;
  }

  private static Map<String, Profile> profiles(SiteModels models) {
    Map<String, Profile> profiles = new TreeMap<>();
    for (SiteModel model : models.models()) {
      Profile profile = new Profile();
      SiteJson.bodyPlaces(model.json()).forEach(profile::addLayout);
      profile.addArticle(
          new Profile.Counted("s", 100L, "t", null, null, null, null, null, "en", null));
      profiles.put(model.name(), profile);
    }
    return profiles;
  }

  private static SiteModels learned(int night) {
    return SiteModels.learn(sample(night));
  }

  private static SiteSample sample(int night) {
    SiteSample sample = new SiteSample();
    for (int site = 0; site < SITES; site++) {
      for (int page = 0; page < PAGES; page++) {
        boolean isNew = night == 1 && site % 4 == 0;
        Instant at = FIRST.plusSeconds(86_400L * night + 60L * page);
        add(sample, site, page + PAGES * night, isNew ? 1 : 0, at);
      }
    }
    return sample;
  }

  private static void add(SiteSample sample, int site, int number, int template, Instant fetched) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4 + number % 3; i++) {
      text.append("<p>The council of town number ")
          .append(site * 1000 + number * 10 + i)
          .append(" said on Tuesday that the ferry would sail again once the quay was mended, and")
          .append(" that nobody would be charged for waiting.</p>");
    }
    // Sites of one maker differ in a class; a section of each has an advertisement in the text.
    String box = "post-" + number + " s" + (char) ('a' + site % 26);
    String body =
        template == 0
            ? "<div class='entry " + box + "'><div class='text'>" + text + "</div></div>"
            : "<main><section class='story'>" + text + "</section></main>";
    String html =
        "<html><head><title>Ferry "
            + number
            + " sails again</title></head><body><nav><a href='/'>Home</a></nav><h1>Ferry "
            + number
            + " sails again</h1><p class='by'>By Ann Roe</p>"
            + body
            + "<footer>All rights reserved</footer></body></html>";
    Page page =
        new Page(
            "dump",
            number,
            null,
            fetched,
            "http://site" + site + ".example/2024/ferry-" + number,
            null,
            null,
            null,
            Page.Kind.HTML,
            html.getBytes(StandardCharsets.UTF_8));
    HtmlSegmenter.Lesson lesson = HTML.lesson(page);
    sample.add(lesson.lines(), lesson.layout());
  }
}
