package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDuplicatePolicyTest {
  private final MadeStories made = new MadeStories(7);
  private final ArticleFingerprinter fingerprinter = new ArticleFingerprinter();

  private Verdict compare(Article a, Article b) {
    Fingerprint first = fingerprinter.fingerprint(a);
    Fingerprint second = fingerprinter.fingerprint(b);
    Verdict verdict = NearDuplicatePolicy.DEFAULT.compare(first, second);
    assertThat(NearDuplicatePolicy.DEFAULT.compare(second, first), is(verdict));
    assertThat(Fingerprint.parse(first.toBytes()), is(first));
    return verdict;
  }

  private static List<String> with(List<String> words, int at, String... others) {
    List<String> changed = new ArrayList<>(words);
    for (int i = 0; i < others.length; i++) {
      changed.set(at + i, others[i]);
    }
    return changed;
  }

  private static Article story(String title, List<String> words) {
    return MadeStories.article(title, MadeStories.text(words));
  }

  @Test
  void aCopyUnderAnotherHeadlineIsNear() {
    List<String> words = made.words(400);
    Verdict verdict = compare(story("Port reopens", words), story("Ferries run", words));
    assertThat(verdict, is(new Verdict(Kind.NEAR, Measure.JACCARD, 1, .7, CopyRule.ALIKE)));
  }

  /** One headline shares a word with the address by chance; the pages did not become one story. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mayor opens a school beside the canal | Council votes on night buses and fares | 60
          Mayor asks for a study of the Riverside dam | Council votes on night buses and fares | 60
          Bridge closes for repair | Mayor asks for a study of the Riverside dam | 250
          Mayor praises nurses of both hospitals for their winter work \
          | Council hears farmers about wells, pumps and the price of seed | 430
          """)
  void pagesOfWhichOnlyTheAddressWasCaughtAreNoCopies(String title, String other, int more) {
    List<String> words = new ArrayList<>(List.of("Riverside", "Office", "Main", "Street"));
    words.addAll(made.words(more));
    assertThat(compare(story(title, words), story(other, words)).rule(), is(CopyRule.CAPTURE));
  }

  @Test
  void aTextOfWhichTheHeadlinesTellIsACopyUnderBoth() {
    List<String> words = new ArrayList<>(List.of("The", "canal", "bridge", "closes", "in", "May"));
    words.addAll(made.words(100));
    assertThat(
        compare(story("Bridge closes", words), story("Canal crossing shut from May", words)).kind(),
        is(Kind.NEAR));
  }

  @Test
  void anAbridgedCopyIsContained() {
    List<String> words = made.words(400);
    Verdict verdict = compare(story("Port", words), story("Port", words.subList(0, 200)));
    assertThat(verdict.measure(), is(Measure.CONTAINMENT));
    assertThat(verdict.similarity(), is(greaterThanOrEqualTo(.9)));
  }

  @ParameterizedTest
  @CsvSource({
    "3 killed in blast, 30 killed in blast",
    "Harbour 2-1 Valley, Harbour 2-2 Valley",
    "Results of week 11, Results of week 12",
    "Three killed in blast, Thirty killed in blast",
    "Report of 4 March, Report of 4 April",
    "Rate at 2.5 percent, Rate at 25 percent",
  })
  void anotherNumberInTheHeadlineIsAnotherStory(String one, String other) {
    List<String> words = made.words(400);
    assertThat(compare(story(one, words), story(other, words)).kind(), is(Kind.NONE));
  }

  @Test
  void aLowContainmentLetsSmallerPartsBeRead() {
    ShingleSet.Overlap overlap = new ShingleSet.Overlap(40, 100, 400);
    assertThat(NearDuplicatePolicy.DEFAULT.mayBePart(overlap), is(false));
    assertThat(new NearDuplicatePolicy(.7, .4).mayBePart(overlap), is(true));
  }

  @Test
  void theSameNumberWrittenOtherwiseIsNoOtherNumber() {
    List<String> words = made.words(400);
    Article one = story("1,200 flee, three hurt", words);
    assertThat(compare(one, story("1200 flee, 3 hurt", words)).kind(), is(Kind.NEAR));
  }

  @Test
  void anotherNumberInTheFirstParagraphIsAnotherStory() {
    List<String> words = made.words(400);
    Article one = story("Blast", with(words, 5, "3", "killed"));
    Article other = story("Blast", with(words, 5, "30", "killed"));
    assertThat(compare(one, other).kind(), is(Kind.NONE));
  }

  @Test
  void theTwoFiguresOfALedeDoNotChangePlaces() {
    List<String> words = made.words(400);
    Article one = story("Blast", with(words, 5, "3", "killed", "30", "hurt"));
    Article other = story("Blast", with(words, 5, "30", "killed", "3", "hurt"));
    assertThat(compare(one, other).kind(), is(Kind.NONE));
  }

  @Test
  void aNumberCorrectedFurtherDownIsNoOtherStory() {
    List<String> words = made.words(400);
    Article one = story("Blast", with(words, 300, "3", "killed"));
    Article other = story("Blast", with(words, 300, "4", "killed"));
    assertThat(compare(one, other).kind(), is(Kind.NEAR));
  }

  @Test
  void aFirstParagraphCutElsewhereIsNotAnotherStory() {
    List<String> words = with(with(made.words(400), 10, "3"), 50, "12");
    String text = MadeStories.text(words);
    Article whole = MadeStories.article("Blast", text);
    Article joined = MadeStories.article("Blast", text.replaceFirst("\n\n", " "));
    assertThat(compare(whole, joined).kind(), is(Kind.NEAR));
  }

  @Test
  void inAShortTextEveryNumberCounts() {
    List<String> words = made.words(90);
    Article one = story("Brief", with(words, 80, "3"));
    assertThat(compare(one, story("Brief", with(words, 80, "4"))).kind(), is(Kind.NONE));
    assertThat(compare(one, story("In brief", with(words, 80, "3"))).kind(), is(Kind.NEAR));
  }

  @Test
  void oneTemplateWithOtherNamesIsAnotherStory() {
    List<String> words = made.words(400);
    Article elm = story("Agreement with Elm County", with(words, 3, "elm", "county"));
    Article fell = story("Agreement with Fell County", with(words, 3, "fell", "county"));
    assertThat(compare(elm, fell).kind(), is(Kind.NONE));
    Article edited = story("A deal with Elm County", with(words, 3, "elm", "county"));
    assertThat(compare(elm, edited).kind(), is(Kind.NEAR));
  }

  @Test
  void theSameFewWordsUnderOtherHeadlinesAreNotCopies() {
    Article one = MadeStories.article("Mayor resigns", "Log in to read the whole story.");
    Article other = MadeStories.article("Storm nears", "Log in to read the whole story.");
    assertThat(compare(one, other).kind(), is(Kind.NONE));
    Article third = MadeStories.article("The mayor resigns", "Log in to read the whole story!");
    assertThat(compare(one, third).kind(), is(Kind.NEAR));
  }

  @Test
  void textsWithoutAWordAreNotCopies() {
    assertThat(
        compare(MadeStories.article("A", "…"), MadeStories.article("A", "—")).kind(),
        is(Kind.NONE));
  }

  @Test
  void scriptsWithoutSpacesAreCompared() {
    String text =
        "東京都は四日、港の橋を来月から閉じると発表した。工事は秋まで続く見通しで、船の便が増える。" + "市は住民説明会を開き、代わりの道路と夜間の照明について意見を聞く予定だ。";
    Verdict verdict =
        compare(
            MadeStories.article("橋", text), MadeStories.article("橋の工事", text.replace("夜間", "夜")));
    assertThat(verdict.kind(), is(Kind.NEAR));
    assertThat(verdict.similarity(), is(greaterThan(.7)));
  }

  /** However much of it one story is, and though a template gives both headlines most words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How Elmton lives with a flood of eels | Saturday: how Oakham lives with a shortage of bread | 260
          Port reopens after the storm | Morning briefing: port reopens after the storm | 260
          Port reopens after the storm | The week in brief: Port reopens after the storm | 60
          Le port rouvre après la tempête | Le port rouvre après la tempête : l'actualité du jour | 60
          Порт снова открыт после бури | Главное за день: порт снова открыт после бури | 60
          """)
  void aStoryThatADigestHoldsIsPartOfItHoweverMuchOfItItIs(String title, String digest, int words) {
    List<String> whole = made.words(400);
    List<String> all = new ArrayList<>(whole);
    all.addAll(made.words(words));
    Verdict verdict = compare(story(title, whole), story(digest, all));
    assertThat(verdict.kind(), is(Kind.EXCERPT));
  }

  @Test
  void aDigestThatHasNothingBesideItIsACopy() {
    List<String> words = made.words(400);
    assertThat(
        compare(story("Port reopens", words), story("In brief: Port reopens", words)).kind(),
        is(Kind.NEAR));
    List<String> grown = new ArrayList<>(words);
    grown.addAll(made.words(60));
    assertThat(
        compare(story("In brief: Port", words), story("In brief: Port", grown)).kind(),
        is(Kind.NEAR));
  }

  @Test
  void anAbridgedCopyUnderAnEditedHeadlineIsNoPart() {
    List<String> words = made.words(400);
    Article whole = story("Harbour ferries run again after the long storm", words);
    Article cut = story("Ferries run in the harbour after the storm", words.subList(0, 240));
    assertThat(compare(whole, cut).kind(), is(Kind.NEAR));
  }
}
