package org.copydesk.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.opening.OpeningDifference;

/**
 * Makes copies of a story that other outlets would print: edited, cut, with background added, or
 * with a number that makes it another story. Only planted changes touch a number.
 */
final class StoryCopier {
  /** Words a story needs for a copy of Jaccard .5 to stay over the bound of short texts. */
  static final int LONG_ENOUGH = 220;

  /** What stands behind so many words is no opening: there a number may be corrected. */
  private static final int BEHIND_OPENING = 150;

  private static final int SHINGLE = 5;

  private StoryCopier() {}

  /**
   * @param story the copy
   * @param from number as in the original; null where none was changed
   * @param to number as in the copy; null where none was changed
   * @param where {@code title}, {@code lede} or {@code body}; null where none was changed
   */
  record Copy(Story story, String from, String to, String where) {}

  /** A copy at about the Jaccard asked for; null where this story does not lend itself to it. */
  static Copy copy(
      Story original, PagePlan.Kind kind, double jaccard, Story other, SplittableRandom random) {
    switch (kind) {
      case EXACT:
        return new Copy(original, null, null, null);
      case NUMBER:
        return numberChanged(original, random);
      case VERSION:
        return corrected(original, other, random);
      default:
        break;
    }
    if (Story.words(original.paragraphs()) < LONG_ENOUGH) {
      return null;
    }
    List<String> paragraphs;
    if (kind == PagePlan.Kind.EDITED) {
      paragraphs = edited(original, jaccard, random);
    } else if (kind == PagePlan.Kind.TRUNCATED) {
      int keep = (int) Math.round(jaccard * Story.words(original.paragraphs()));
      paragraphs = head(original.paragraphs(), keep);
    } else {
      int more = (int) Math.round((1 / jaccard - 1) * Story.words(original.paragraphs()));
      paragraphs = new ArrayList<>(original.paragraphs());
      paragraphs.addAll(head(other.paragraphs(), more));
    }
    return new Copy(
        original.with(headline(original.title(), random), paragraphs), null, null, null);
  }

  private static String headline(String title, SplittableRandom random) {
    int how = random.nextInt(4);
    if (how == 0) {
      return inTitleCase(title);
    }
    return how == 1 ? title.toUpperCase(Locale.ROOT) : title;
  }

  static String inTitleCase(String title) {
    StringBuilder out = new StringBuilder(title);
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || out.charAt(i - 1) == ' ') {
        out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  /** Single words replaced, evenly spread: each costs the union five shingles a side. */
  private static List<String> edited(Story story, double jaccard, SplittableRandom random) {
    List<String> paragraphs = story.paragraphs();
    List<String[]> words = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    int total = 0;
    for (String paragraph : paragraphs) {
      String[] split = paragraph.split(" ");
      words.add(split);
      total += split.length;
      for (String word : split) {
        if (isPlain(word)) {
          plain.add(word);
        }
      }
    }
    int edits = (int) Math.round(total * (1 - jaccard) / (SHINGLE * (1 + jaccard)));
    int seen = 0;
    int done = 0;
    for (String[] paragraph : words) {
      for (int i = 0; i < paragraph.length; i++, seen++) {
        boolean isDue = done < edits && seen >= (done + 0.5) * total / edits;
        if (isDue && isPlain(paragraph[i])) {
          String replacement = plain.get(random.nextInt(plain.size()));
          boolean mayBe =
              !replacement.equals(paragraph[i])
                  && !OpeningDifference.isOtherwise(paragraph[i], replacement, story.language());
          paragraph[i] = mayBe ? replacement : "indeed";
          done++;
        }
      }
    }
    return words.stream().map(split -> String.join(" ", split)).toList();
  }

  /**
   * Letters in lower case or of a script without case: nothing that copies agree in, no
   * punctuation.
   */
  private static boolean isPlain(String word) {
    return word.length() > 3
        && word.codePoints().allMatch(StoryCopier::isPlain)
        && !ArticleFingerprinter.mayNotChange(word);
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return type == Character.LOWERCASE_LETTER
        || type == Character.OTHER_LETTER
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static List<String> head(List<String> paragraphs, int words) {
    List<String> kept = new ArrayList<>();
    int left = words;
    for (String paragraph : paragraphs) {
      String[] split = paragraph.split(" ");
      if (split.length > left) {
        if (left > 0) {
          kept.add(String.join(" ", Arrays.copyOf(split, left)) + ".");
        }
        break;
      }
      kept.add(paragraph);
      left -= split.length;
    }
    return kept;
  }

  private static Copy numberChanged(Story original, SplittableRandom random) {
    Change inTitle = change(original.title(), random);
    Change inLede = change(original.paragraphs().get(0), random);
    if (inTitle != null && (inLede == null || random.nextBoolean())) {
      return new Copy(
          original.with(inTitle.text, original.paragraphs()), inTitle.from, inTitle.to, "title");
    }
    if (inLede == null) {
      return null;
    }
    List<String> paragraphs = new ArrayList<>(original.paragraphs());
    paragraphs.set(0, inLede.text);
    return new Copy(original.with(original.title(), paragraphs), inLede.from, inLede.to, "lede");
  }

  private static Copy corrected(Story original, Story other, SplittableRandom random) {
    List<String> paragraphs = new ArrayList<>(original.paragraphs());
    if (Story.words(paragraphs) < LONG_ENOUGH) {
      return null;
    }
    for (int at = paragraphs.size() - 1; at >= 2; at--) {
      if (Story.words(paragraphs.subList(0, at)) < BEHIND_OPENING) {
        return null;
      }
      Change change = change(paragraphs.get(at), random);
      if (change != null) {
        paragraphs.set(at, change.text);
        paragraphs.addAll(head(other.paragraphs(), 20 + random.nextInt(15)));
        return new Copy(
            original.with(original.title(), paragraphs), change.from, change.to, "body");
      }
    }
    return null;
  }

  private record Change(String text, String from, String to) {}

  /** Another value for one number of the text; null where it has none. */
  private static Change change(String text, SplittableRandom random) {
    List<int[]> numbers = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text, i) && !isDigit(text, i - 1)) {
        int end = i;
        while (isDigit(text, end)) {
          end++;
        }
        boolean isTail = i > 1 && isDigit(text, i - 2) && ".,".indexOf(text.charAt(i - 1)) >= 0;
        if (!isTail && end - i < 9) {
          numbers.add(new int[] {i, end});
        }
      }
    }
    if (numbers.isEmpty()) {
      return null;
    }
    int[] at = numbers.get(random.nextInt(numbers.size()));
    String from = text.substring(at[0], at[1]);
    int value = Integer.parseInt(from);
    // Half of them tenfold: "3 killed", "30 killed".
    int changed =
        random.nextBoolean() && value < 100 && value > 0
            ? value * 10
            : value + 1 + random.nextInt(9);
    String to = Integer.toString(changed);
    return new Change(text.substring(0, at[0]) + to + text.substring(at[1]), from, to);
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
