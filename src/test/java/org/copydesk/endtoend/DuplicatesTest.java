package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of articles, and the articles behind teasers, through the real main. */
class DuplicatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(7);

  private List<String> words(int n) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      StringBuilder word = new StringBuilder();
      for (int k = 0; k < 3; k++) {
        word.append("bcdfglmnprstv".charAt(random.nextInt(13)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      words.add(word.toString());
    }
    return words;
  }

  private List<String> edited(List<String> words, int every) {
    List<String> copy = new ArrayList<>(words);
    for (int i = every; i < copy.size(); i += every) {
      copy.set(i, words(1).get(0));
    }
    return copy;
  }

  private static String text(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i)).append(i % 40 == 39 ? ".\n\n" : " ");
    }
    return text.toString().strip() + ".";
  }

  private static String line(String site, String title, String text) throws IOException {
    return line(site, title, text, "2025-03-06");
  }

  private static String line(String site, String title, String text, String date)
      throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "url",
            "https://" + site + "/" + title.hashCode(),
            "title",
            title,
            "text",
            text,
            "date",
            date));
  }

  private Path jsonLines(String name, List<String> lines) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, lines);
  }

  /** A story, a copy of it, that copy once more, an earlier state, and two that are others. */
  private void plant() throws IOException {
    List<String> story = words(300);
    List<String> copy = edited(story, 60);
    List<String> version = new ArrayList<>(story.subList(0, 240));
    version.set(200, "17");
    List<String> original = new ArrayList<>(story);
    original.set(200, "16");
    original.addAll(words(3));
    List<String> other = new ArrayList<>(story);
    other.set(5, "30");
    List<String> three = new ArrayList<>(story);
    three.set(5, "3");
    List<String> lines = new ArrayList<>();
    lines.add(line("oak.test", "Bridge opens", text(original)));
    lines.add(line("elm.test", "Bridge now open", text(copy)));
    lines.add(line("ash.test", "Bridge now open", text(copy)));
    lines.add(line("fir.test", "Bridge opens", text(version), "2025-03-05"));
    jsonLines("a.jsonl", lines);
    jsonLines(
        "b.jsonl",
        List.of(
            line("oak.test", "Three killed", text(three)),
            line("oak.test", "Thirty killed", text(other)),
            line("oak.test", "Of its own", text(words(120)))));
  }

  private Corpus build(String output, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("in").toString()));
    arguments.add("--segment=false");
    arguments.add("--topics=false");
    arguments.addAll(Arrays.asList(more));
    return Corpus.build(folder.resolve(output), arguments.toArray(String[]::new));
  }

  @Test
  void copiesLoseToTheOneTheyMatchAndNumbersKeepStoriesApart() throws IOException {
    plant();
    Corpus corpus = build("out");
    assertThat(
        corpus.query(
            "select r.url[9:16], r.reason, r.similarity >= r.threshold, a.url[9:16]"
                + " from {removed} r join {articles} a on a.id = r.kept_id order by 1"),
        is(
            List.of(
                List.of("ash.test", "near_duplicate", true, "oak.test"),
                List.of("elm.test", "near_duplicate", true, "oak.test"),
                List.of("fir.test", "version", true, "oak.test"))));
    assertThat(
        corpus.query(
            "select title, cluster_size, len(copies), cluster_id = id, copies_truncated"
                + " from {articles} order by title"),
        is(
            List.of(
                List.of("Bridge opens", 4L, 3L, true, false),
                List.of("Of its own", 1L, 0L, true, false),
                List.of("Thirty killed", 1L, 0L, true, false),
                List.of("Three killed", 1L, 0L, true, false))));
    String digests = corpus.digests();
    assertThat(build("flink", "--runner=flink", "--parallelism=2").digests(), is(digests));
    assertThat(build("several", "--parallelism=3").digests(), is(digests));
  }

  @Test
  void markedCopiesStayAndSayWhatTheyAreCopiesOf() throws IOException {
    plant();
    Corpus corpus = build("out", "--duplicates=mark");
    assertThat(corpus.count("removed"), is(0L));
    assertThat(corpus.value("select sum(cluster_size)::bigint from {articles}"), is(7L));
    assertThat(
        corpus.query(
            "select c.copy_kind, count(*), count(c.cluster_size), min(c.copy_similarity) >= .7"
                + " from {articles} c join {articles} s on s.id = c.cluster_id"
                + " where c.copy_kind is not null and s.copy_kind is null"
                + " group by all order by 1"),
        is(List.of(List.of("near", 2L, 0L, true), List.of("version", 1L, 0L, true))));
  }

  @Test
  void theSiteRankedFirstIsKept() throws IOException {
    plant();
    Corpus corpus = build("out", "--site-ranking=elm.test,ash.test");
    assertThat(
        corpus.value("select url[9:16] from {articles} where cluster_size > 1"), is("elm.test"));
  }

  @Test
  void teasersOfOneStoryAreOneRowThatNamesItsArticle() throws IOException {
    List<List<String>> stories = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      stories.add(words(200));
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int page = 0; page < 12; page++) {
      StringBuilder text = new StringBuilder("Home | Harbour | Town | Sport\n\n");
      boolean isStory = page < 6;
      text.append("Harbour story number ").append(page).append("\n\n");
      text.append(text(isStory ? stories.get(page) : words(150))).append("\n\nOTHER NEWS\n\n");
      for (int place = 0; place < 6; place++) {
        int t = (place + page * 5) % 6;
        if (t != page) {
          int cut = page % 2 == 0 ? 20 : 30;
          // Words that are none say nothing of themselves: the snippet stands right below its
          // title.
          text.append("Harbour story number ").append(t).append('\n');
          text.append(String.join(" ", stories.get(t).subList(0, cut)));
          text.append(" ... Read more »\n\n");
        }
      }
      text.append("The Harbour Post\nAbout us\nContact\n");
      Files.writeString(in.resolve("page-" + page + ".txt"), text);
    }
    Corpus corpus = Corpus.build(folder.resolve("out"), in.toString(), "--topics=false");
    assertThat(
        corpus.query(
            "select t.title = a.title, t.variants, t.link_method, t.link_containment >= .9"
                + " from {teasers} t join {articles} a on a.id = t.article_id group by all"),
        is(List.of(List.of(true, 2L, "title", true))));
    assertThat(corpus.count("teasers"), is(6L));
    assertThat(corpus.count("teaser_occurrences"), is(66L));
    assertThat(
        corpus.value(
            "select count(*) from {teaser_occurrences} o anti join {teasers} t"
                + " on t.id = o.teaser_id"),
        is(0L));
    assertThat(
        (Long) corpus.value("select count(*) from {sites} where learned is not null"),
        greaterThan(0L));
    assertThat(
        Files.readString(corpus.generation().resolve("manifest.json")),
        containsString("LearnSites"));
  }
}
