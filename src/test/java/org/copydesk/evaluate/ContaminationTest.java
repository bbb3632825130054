package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContaminationTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(27);

  private record Doc(String site, String text) {}

  /** Words as frequent as words are: one in five is one of twenty. */
  private static String words(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int word = random.nextInt(5) == 0 ? random.nextInt(20) : random.nextInt(4000);
      text.append(i == 0 ? "" : " ").append('w').append(Integer.toString(word, 36));
    }
    return text.toString();
  }

  private static Contamination counted(BenchmarkTexts texts, List<Doc> docs) {
    Contamination contamination = new Contamination(texts);
    docs.forEach(doc -> contamination.count(doc.site(), doc.text()));
    contamination.finish();
    return contamination;
  }

  private static String cut(SplittableRandom random, String text) {
    String[] words = text.split(" ");
    int length = 20 + random.nextInt(Math.max(1, words.length - 20));
    int from = random.nextInt(words.length - length + 1);
    return String.join(" ", Arrays.copyOfRange(words, from, from + length));
  }

  /** Three words of a passage are others: runs of 13 stay between them. */
  private static String changed(SplittableRandom random, String text) {
    String[] words = text.split(" ");
    for (int i = 0; i < 3; i++) {
      words[random.nextInt(words.length)] = "changed" + i;
    }
    return String.join(" ", words);
  }

  @Test
  void passagesWholeCutAndWithWordsChangedAreFoundAndNothingElse() {
    BenchmarkTexts texts = new BenchmarkTexts();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      items.add(words(RANDOM, 60 + RANDOM.nextInt(80)));
      texts.add("bench.jsonl", i, "q" + i, items.get(i));
    }
    texts.finish();
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String passage = "";
      if (i < 900) {
        passage =
            switch (i % 3) {
              case 0 -> items.get(i);
              case 1 -> cut(RANDOM, items.get(i));
              default -> changed(RANDOM, items.get(i));
            };
      }
      String around = words(RANDOM, 200);
      docs.add(new Doc("site" + i % 40, around + " " + passage + " " + words(RANDOM, 100)));
    }
    Contamination contamination = counted(texts, docs);
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < docs.size(); i++) {
      for (Contamination.Hit hit : contamination.hits(docs.get(i).text())) {
        if (i < 900 && hit.item().record() == i) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    assertThat((double) right / (right + wrong), greaterThanOrEqualTo(0.99));
    assertThat(right / 900.0, greaterThanOrEqualTo(0.98));
  }

  /** Pieces of seven words are looked at where a multiple of seven begins: each place counts. */
  @Test
  void oneRunIsFoundWhereverItStandsAndNoneWhereAWordIsMissing() {
    List<String> item = List.of(words(new SplittableRandom(13), 40).split(" "));
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add("bench.jsonl", 0, null, String.join(" ", item));
    texts.finish();
    for (int from = 0; from + BenchmarkTexts.WORDS <= item.size(); from++) {
      String run = String.join(" ", item.subList(from, from + BenchmarkTexts.WORDS));
      String less = String.join(" ", item.subList(from + 1, from + BenchmarkTexts.WORDS));
      for (int before = 0; before < 15; before++) {
        for (int behind : new int[] {0, 1, 6, 7, 30}) {
          String front = "other ".repeat(before);
          String end = " others".repeat(behind);
          Contamination contamination = new Contamination(texts);
          assertThat(contamination.count("a", front + run + end), is(true));
          assertThat(contamination.count("a", front + less + end), is(false));
        }
      }
    }
  }

  @Test
  void boilerplateOfAHundredPagesIsNoContamination() {
    String boilerplate = words(RANDOM, 40);
    String question = words(RANDOM, 40);
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add("bench.jsonl", 0, null, boilerplate);
    texts.add("bench.jsonl", 1, null, question + " " + boilerplate);
    texts.finish();
    for (int sites : new int[] {1, 100}) {
      List<Doc> docs = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        docs.add(new Doc("site" + i % sites, words(RANDOM, 100) + " " + boilerplate));
      }
      docs.add(new Doc("other", words(RANDOM, 50) + " " + question + " " + words(RANDOM, 50)));
      Contamination contamination = counted(texts, docs);
      for (Doc doc : docs.subList(0, 100)) {
        assertThat(contamination.hits(doc.text()), is(empty()));
      }
      List<Contamination.Hit> hits = contamination.hits(docs.get(100).text());
      assertThat(hits, hasSize(1));
      assertThat(hits.get(0).item().record(), is(1L));
      assertThat(question, containsString(hits.get(0).passage()));
    }
  }

  @Test
  void aFormThatManyTextsShareIsNotCounted() {
    String form = words(RANDOM, 20);
    BenchmarkTexts texts = new BenchmarkTexts();
    for (int i = 0; i < 30; i++) {
      texts.add("bench.jsonl", i, null, form + " " + words(RANDOM, 20));
    }
    texts.add("bench.jsonl", 30, null, "too short");
    texts.finish();
    assertThat(texts.tooShort(), is(1));
    List<Doc> docs = List.of(new Doc("a", words(RANDOM, 30) + " " + form));
    assertThat(counted(texts, docs).hits(docs.get(0).text()), is(empty()));
  }

  @Test
  void caseAndPunctuationDoNotHideAPassage() {
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add(
        "b",
        0,
        null,
        "Which of the islands lost its last ferry in May, when the council would not pay for it?");
    texts.finish();
    List<Doc> docs =
        List.of(
            new Doc(
                "a",
                "Asked: which of the islands lost its last ferry in may when the Council would not pay"
                    + " for it. Nobody knew."));
    Contamination.Hit hit = counted(texts, docs).hits(docs.get(0).text()).get(0);
    assertThat(hit.share(), is(1.0));
  }

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    BenchmarkTexts texts = new BenchmarkTexts();
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String item = words(RANDOM, 40);
      texts.add("b", i, null, item);
      for (int k = 0; k <= i % 8; k++) {
        docs.add(new Doc("site" + i, words(RANDOM, 30) + " " + item));
      }
    }
    texts.finish();
    List<Doc> shuffled = new ArrayList<>(docs);
    Collections.shuffle(shuffled, new Random(3));
    Contamination one = counted(texts, docs);
    Contamination other = counted(texts, shuffled);
    for (Doc doc : docs) {
      assertThat(one.hits(doc.text()), is(other.hits(doc.text())));
    }
  }

  @Test
  void whatIsWrittenAndReadFindsTheSame() throws Exception {
    BenchmarkTexts texts = new BenchmarkTexts();
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String item = words(RANDOM, 12 + i);
      texts.add("b", i, i % 2 == 0 ? null : "id" + i, item);
      docs.add(new Doc(null, words(RANDOM, 30) + " " + item));
    }
    texts.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    texts.write(bytes);
    BenchmarkTexts read = BenchmarkTexts.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(read.tooShort(), is(1));
    Contamination one = counted(texts, docs);
    Contamination other = counted(read, docs);
    for (Doc doc : docs.subList(1, 50)) {
      assertThat(one.hits(doc.text()), hasSize(1));
      assertThat(other.hits(doc.text()), is(one.hits(doc.text())));
    }
  }

  /** Thirty outlets print one report: a benchmark that asks about it is still told of. */
  @Test
  void copiesOfOneArticleAreCountedOnce() {
    String question = words(RANDOM, 40);
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add("b", 0, null, question);
    texts.finish();
    String report = words(RANDOM, 400) + " " + question + " " + words(RANDOM, 400);
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      docs.add(new Doc("site" + i, report + " " + words(RANDOM, 8)));
    }
    Contamination contamination = counted(texts, docs);
    for (Doc doc : docs) {
      assertThat(contamination.hits(doc.text()), hasSize(1));
    }
  }
}
