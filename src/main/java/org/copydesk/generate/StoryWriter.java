package org.copydesk.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes story {@code n} of a seed: the same words whenever and wherever it is asked for, so that a
 * teaser needs no store of the articles it announces.
 */
final class StoryWriter {
  private static final int STORY = 1;
  private static final long FIRST_MINUTE = 28_401_120L; // 2024-01-01T00:00Z
  private static final int MINUTES_IN_TWO_YEARS = 2 * 365 * 24 * 60;
  private static final String[] DASHES = {" — ", " – ", " - ", " (MPS) — ", " (North Press) - "};

  private static final String[] CASELESS_DASHES = {" — ", " – ", " - "};
  private static final String[] COLONS = {"："};

  /** What parts a dateline from the text. */
  private static String[] dashes(String language) {
    return switch (language) {
      case "zh", "ja" -> COLONS;
      case "ar", "he", "hi" -> CASELESS_DASHES;
      default -> DASHES;
    };
  }

  private final long seed;
  private final Map<String, List<ProseGrammar>> grammars = new LinkedHashMap<>();

  StoryWriter(long seed, List<String> languages) {
    this.seed = seed;
    for (String language : languages) {
      grammars.computeIfAbsent(language, ProseGrammar::load);
    }
  }

  /** The whole story. */
  Story write(long number, String language) {
    return write(number, language, Integer.MAX_VALUE);
  }

  /** The story's title and at least its first {@code words} words, for a teaser. */
  Story head(long number, String language, int words) {
    return write(number, language, words);
  }

  private Story write(long number, String language, int words) {
    SplittableRandom random = Draw.of(seed, STORY, number);
    List<ProseGrammar> ofLanguage = grammars.get(language);
    ProseGrammar grammar = ofLanguage.get(random.nextInt(ofLanguage.size()));
    String[] memory = grammar.newMemory();
    StringBuilder out = new StringBuilder(4096);
    String title = capitalised(grammar, "title", memory, random, out);
    out.setLength(0);
    grammar.expand(grammar.rule("person"), memory, random, out);
    String author = out.toString();
    long minutes = FIRST_MINUTE + random.nextInt(MINUTES_IN_TWO_YEARS);
    // One in twelve is a brief.
    boolean isBrief = random.nextInt(12) == 0;
    int sentences = isBrief ? 3 + random.nextInt(2) : 9 + random.nextInt(22);
    List<String> paragraphs = new ArrayList<>();
    out.setLength(0);
    if (random.nextBoolean()) {
      grammar.expand(grammar.rule("place"), memory, random, out);
      String place = out.toString().toUpperCase(Locale.ROOT);
      out.setLength(0);
      out.append(place).append(Draw.from(dashes(language), random));
    }
    sentence(grammar, grammar.rule("lead"), -1, memory, random, out);
    int rule = grammar.rule("sentence");
    int forms = grammar.alternatives(rule);
    int form = random.nextInt(forms);
    int step = coprime(forms, random);
    int written = 0;
    for (int i = 0; i < sentences; i++) {
      if (out.length() > 0 && random.nextInt(5) >= 2) {
        paragraphs.add(out.toString());
        written += out.length() / 5;
        out.setLength(0);
        // Words have more than four letters and their space here; twice the need is always enough.
        if (written > 2L * words + 40) {
          break;
        }
      } else if (out.length() > 0) {
        out.append(SiteTemplate.isUnspaced(language) ? "" : " ");
      }
      sentence(grammar, rule, form, memory, random, out);
      form = (form + step) % forms;
    }
    if (out.length() > 0) {
      paragraphs.add(out.toString());
    }
    return new Story(number, language, grammar.topic(), title, author, minutes, paragraphs);
  }

  /** A line of the caption rule or another one that stands by itself. */
  String line(String rule, long number, String language) {
    SplittableRandom random = Draw.of(seed, STORY + 1, number);
    ProseGrammar grammar = grammars.get(language).get(0);
    return capitalised(grammar, rule, grammar.newMemory(), random, new StringBuilder());
  }

  private static String capitalised(
      ProseGrammar grammar,
      String rule,
      String[] memory,
      SplittableRandom random,
      StringBuilder out) {
    out.setLength(0);
    grammar.expand(grammar.rule(rule), memory, random, out);
    settleArticles(grammar, out, 0);
    capitalise(out, 0);
    return out.toString();
  }

  private static void sentence(
      ProseGrammar grammar,
      int rule,
      int form,
      String[] memory,
      SplittableRandom random,
      StringBuilder out) {
    int start = out.length();
    if (form < 0) {
      grammar.expand(rule, memory, random, out);
    } else {
      grammar.expand(rule, form, memory, random, out);
    }
    settleArticles(grammar, out, start);
    capitalise(out, start);
    // A quotation that begins a sentence opens with a capital, too.
    for (int i = start + 3; i < out.length(); i++) {
      if (out.charAt(i - 1) == '“' && out.charAt(i - 3) == '.') {
        capitalise(out, i);
      }
    }
  }

  /** English only writes "an" before a vowel: set where the grammar could not know. */
  private static void settleArticles(ProseGrammar grammar, StringBuilder out, int start) {
    if (!grammar.language().equals("en")) {
      return;
    }
    for (int i = out.length() - 4; i >= start; i--) {
      boolean isArticle =
          out.charAt(i + 1) == ' '
              && (out.charAt(i) == 'a' || out.charAt(i) == 'A')
              && (i == start || !Character.isLetterOrDigit(out.charAt(i - 1)))
              && "aeio".indexOf(out.charAt(i + 2)) >= 0;
      if (isArticle) {
        out.insert(i + 1, 'n');
      }
    }
  }

  private static void capitalise(StringBuilder out, int at) {
    while (at < out.length() && !Character.isLetterOrDigit(out.charAt(at))) {
      at++;
    }
    if (at < out.length()) {
      out.setCharAt(at, Character.toUpperCase(out.charAt(at)));
    }
  }

  private static int coprime(int n, SplittableRandom random) {
    while (true) {
      int step = 1 + random.nextInt(Math.max(1, n - 1));
      int a = n;
      int b = step;
      while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
      }
      if (a == 1) {
        return step;
      }
    }
  }
}
