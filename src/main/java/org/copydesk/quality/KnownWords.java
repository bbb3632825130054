package org.copydesk.quality;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Words that tell what kind of text this is: what menus and notices of sites say, and the most
 * frequent words of languages, as {@code known-words.txt} lists them.
 */
final class KnownWords {
  /** A phrase: the tokens behind its first. */
  private record Phrase(long[] rest, boolean isNotice) {}

  private static final Long2ObjectOpenHashMap<List<Phrase>> PHRASES =
      new Long2ObjectOpenHashMap<>();
  private static final LongOpenHashSet COMMON = new LongOpenHashSet();

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
    // The longest phrase that begins with a word is tried first.
    PHRASES
        .values()
        .forEach(all -> all.sort(Comparator.comparingInt(phrase -> -phrase.rest().length)));
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
      if (isCommon) {
        COMMON.add(tokens.hash(0));
        continue;
      }
      long[] rest = new long[tokens.count() - 1];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = tokens.hash(i + 1);
      }
      PHRASES
          .computeIfAbsent(tokens.hash(0), first -> new ArrayList<>())
          .add(new Phrase(rest, kind.equals("notice")));
    }
  }

  /** Counts them. */
  static final class Reader {
    /** Fills in the signals of menus, notices and common words. */
    void measure(Tokens tokens, double[] values) {
      int count = tokens.count();
      if (count == 0) {
        return;
      }
      int menu = 0;
      int notice = 0;
      int common = 0;
      int free = 0;
      for (int i = 0; i < count; i++) {
        long hash = tokens.hash(i);
        common += COMMON.contains(hash) ? 1 : 0;
        if (i < free) {
          continue;
        }
        List<Phrase> phrases = PHRASES.get(hash);
        if (phrases == null) {
          continue;
        }
        for (Phrase phrase : phrases) {
          if (stands(phrase.rest(), tokens, i + 1)) {
            int length = phrase.rest().length + 1;
            menu += phrase.isNotice() ? 0 : length;
            notice += phrase.isNotice() ? length : 0;
            free = i + length;
            break;
          }
        }
      }
      values[Signal.MENU_WORDS.ordinal()] = (double) menu / count;
      values[Signal.NOTICE_WORDS.ordinal()] = (double) notice / count;
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
