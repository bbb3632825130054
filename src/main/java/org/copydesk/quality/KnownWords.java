package org.copydesk.quality;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Words that tell what kind of text this is: what menus and notices of sites say, what stands in
 * for a text, and the most frequent words of languages, as {@code known-words.txt} lists them.
 */
final class KnownWords {
  /** A phrase: the tokens behind its first. */
  private record Phrase(long[] rest, int kind) {}

  private static final List<String> KINDS = List.of("menu", "notice", "filler");

  private static final Phrase[] NO_PHRASES = {};

  /**
   * What is known of a word.
   *
   * @param isCommon whether it is a frequent one
   * @param phrases that begin with it, the longest first
   */
  private record Known(boolean isCommon, Phrase[] phrases) {
    Known with(Phrase phrase) {
      Phrase[] more = Arrays.copyOf(phrases, phrases.length + 1);
      more[phrases.length] = phrase;
      Arrays.sort(more, Comparator.comparingInt((Phrase each) -> -each.rest().length));
      return new Known(isCommon, more);
    }
  }

  private static final Known UNKNOWN = new Known(false, NO_PHRASES);

  /** By the hash of a word. */
  private static final Long2ObjectOpenHashMap<Known> KNOWN = new Long2ObjectOpenHashMap<>();

  // Sixteen bits of the hashes of first and common words, for a quick no: few words are either.
  private static final long[] MAYBE = new long[1 << 10];

  static {
    try (InputStream in = KnownWords.class.getResourceAsStream("known-words.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          read(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnownWords() {}

  private static void read(String line) {
    int colon = line.indexOf(':');
    String kind = line.substring(0, line.indexOf(' '));
    boolean isCommon = kind.equals("common");
    for (String phrase : line.substring(colon + 1).split(isCommon ? " +" : ";")) {
      Tokens tokens = Tokens.of(Normaliser.normalise(phrase.trim()));
      if (tokens.count() == 0) {
        continue;
      }
      MAYBE[(int) (tokens.hash(0) >>> 6 & 0x3FF)] |= 1L << tokens.hash(0);
      Known known = KNOWN.getOrDefault(tokens.hash(0), UNKNOWN);
      if (isCommon) {
        KNOWN.put(tokens.hash(0), new Known(true, known.phrases()));
        continue;
      }
      long[] rest = new long[tokens.count() - 1];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = tokens.hash(i + 1);
      }
      KNOWN.put(tokens.hash(0), known.with(new Phrase(rest, KINDS.indexOf(kind))));
    }
  }

  /** Counts them. */
  static final class Reader {
    /** Fills in the signals of menus, notices, fillers and common words. */
    void measure(Tokens tokens, double[] values) {
      int count = tokens.count();
      if (count == 0) {
        return;
      }
      int[] ofKind = new int[KINDS.size()];
      int common = 0;
      int free = 0;
      for (int i = 0; i < count; i++) {
        long hash = tokens.hash(i);
        if ((MAYBE[(int) (hash >>> 6 & 0x3FF)] >>> hash & 1) == 0) {
          continue;
        }
        Known known = KNOWN.get(hash);
        if (known == null) {
          continue;
        }
        common += known.isCommon() ? 1 : 0;
        if (i < free) {
          continue;
        }
        for (Phrase phrase : known.phrases()) {
          if (stands(phrase.rest(), tokens, i + 1)) {
            int length = phrase.rest().length + 1;
            ofKind[phrase.kind()] += length;
            free = i + length;
            break;
          }
        }
      }
      values[Signal.MENU_WORDS.ordinal()] =
          Math.max(values[Signal.MENU_WORDS.ordinal()], (double) ofKind[0] / count);
      values[Signal.NOTICE_WORDS.ordinal()] = (double) ofKind[1] / count;
      values[Signal.FILLER_WORDS.ordinal()] = (double) ofKind[2] / count;
      values[Signal.COMMON_WORDS.ordinal()] = (double) common / count;
    }

    private static boolean stands(long[] rest, Tokens tokens, int at) {
      if (at + rest.length > tokens.count()) {
        return false;
      }
      for (int i = 0; i < rest.length; i++) {
        if (tokens.hash(at + i) != rest[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
