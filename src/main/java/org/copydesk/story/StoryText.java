package org.copydesk.story;

import com.dynatrace.hash4j.hashing.Hashing;
import org.copydesk.text.Normaliser;

/** The paragraphs of a text, as versions are compared by them: case and spaces do not count. */
public final class StoryText {
  private static final String BETWEEN = "\n\n";

  private StoryText() {}

  /** A hash of each paragraph, in order. */
  public static long[] paragraphs(String text) {
    String[] paragraphs = text.split(BETWEEN, -1);
    long[] hashes = new long[paragraphs.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Hashing.xxh3_64().hashCharsToLong(Normaliser.normalise(paragraphs[i]));
    }
    return hashes;
  }
}
