package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTopicsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sport|medtop:15000000",
        "Deportes|medtop:15000000",
        "News > Sport > Tennis|medtop:15000000",
        "ÉCONOMIE|medtop:04000000",
        "Wissen & Technik|",
        "science-and-technology|medtop:13000000",
        "Экономика|medtop:04000000",
        "政治|medtop:11000000",
        "Hava Durumu|medtop:17000000",
        "World|",
        "Local news|",
      })
  void aSectionNamesATopConcept(String section, String code) {
    assertThat(
        SectionTopics.of(section, List.of(), null), is(code == null ? List.of() : List.of(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/sport/2024/a-match.html,medtop:15000000",
    "https://news.example/de/wirtschaft/bank-12.html,medtop:04000000",
    "https://news.example/%C3%A9conomie/x,medtop:04000000",
    "https://news.example/sport,",
    "https://sport.example/a/b,",
    "https://news.example/2024/05/12/sport/a,",
    "https://news.example,",
  })
  void soDoesAPartOfAnAddressButNotThePageOrTheHost(String url, String code) {
    assertThat(SectionTopics.of(null, null, url), is(code == null ? List.of() : List.of(code)));
  }

  @Test
  void whatThePageStatesGoesBeforeItsAddressAndThatBeforeItsKeywords() {
    List<String> keywords = List.of("Oakhaven", "Religion");
    String url = "https://news.example/sport/a.html";
    assertThat(SectionTopics.of("Politics", keywords, url), is(List.of("medtop:11000000")));
    assertThat(SectionTopics.of("World", keywords, url), is(List.of("medtop:15000000")));
    assertThat(SectionTopics.of("World", keywords, null), is(List.of("medtop:12000000")));
  }

  @Test
  void aSectionSettlesWhatTheWordsLeaveOpen() {
    TopicModel model = TopicModel.shipped();
    Tokens title = Tokens.of("club opens new ground with a festival of music");
    List<TopicProbability> plain = model.classify(title, null).topics();
    List<String> sport = List.of("medtop:15000000");
    TopicGuess with = model.classify(title, null, sport);
    double before = share(plain);
    assertThat(share(with.topics()), is(greaterThan(before)));
    assertThat(
        model.classify(title, null, List.of("farm")).topics().toString(), is(plain.toString()));
    double all = 0;
    for (double p : model.probabilities(title, null)) {
      all += p;
    }
    assertThat(all, is(closeTo(1, 1e-9)));
  }

  private static double share(List<TopicProbability> topics) {
    return topics.stream()
        .filter(topic -> topic.code().equals("medtop:15000000"))
        .mapToDouble(TopicProbability::confidence)
        .sum();
  }
}
