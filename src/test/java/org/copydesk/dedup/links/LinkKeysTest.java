package org.copydesk.dedup.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.dedup.MadeStories;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;

class LinkKeysTest {
  /** A run of so many words is shared by its keys, wherever it stands. */
  private static final int SHARED_WORDS = 13;

  private final Random random = new Random(7);

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "w" : " w").append(random.nextInt(100_000));
    }
    return words.toString();
  }

  private static LinkHead head(String text) {
    Article article = MadeStories.article(null, text);
    return LinkHead.of(ArticleIdentity.of(null, text), article, 300);
  }

  private static Set<Long> shingleKeys(String text) {
    Set<Long> keys = new HashSet<>();
    LinkKeys.ofArticle(
        MadeStories.article(null, text),
        head(text),
        (key, method) -> {
          if (method == LinkMethod.SHINGLE) {
            keys.add(key);
          }
        });
    return keys;
  }

  @Test
  void textsThatShareARunOfThirteenWordsShareAKey() {
    for (int before = 0; before < 60; before++) {
      String run = words(SHARED_WORDS);
      Set<Long> keys = shingleKeys(words(before) + " " + run + " " + words(40));
      keys.retainAll(shingleKeys(words(60 - before) + " " + run + " " + words(before)));
      assertThat(before + " words before", keys, is(not(empty())));
    }
  }

  @Test
  void theWordsOfAHeadAreThoseOfTheTextHoweverMuchOfItIsRead() {
    for (int length : new int[] {100, 149, 150, 151, 200, 1_000}) {
      String text = words(length);
      LinkHead whole = head(text.substring(0, Math.min(text.length(), LinkKeys.ARTICLE_CHARS)));
      assertThat(head(text + ", " + words(500)).words(), is(head(text + ", w").words()));
      assertThat(whole.words().length, is(Math.min(length, LinkKeys.ARTICLE_WORDS)));
    }
  }
}
