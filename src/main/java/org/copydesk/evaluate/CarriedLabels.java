package org.copydesk.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;

/**
 * Takes labels of a page's lines over to another rendering of the page, word by word: each line
 * gets the label that most of its words had. Words are compared in order; what only one of the two
 * texts says (a number before an item, an address behind a link) is stepped over.
 */
public final class CarriedLabels {
  /** Words that one text may say beyond the other in one place. */
  private static final int FARTHEST = 400;

  /** Words in a row that must agree where the texts are brought together again. */
  private static final int ANCHOR = 3;

  private record Word(String text, int line) {}

  private CarriedLabels() {}

  /**
   * The labels of another text's lines.
   *
   * @param text whose lines are labelled
   * @param labels one for each line of {@code text} that is not blank
   * @param other the same page as another dumper writes it
   * @return one for each line of {@code other} that is not blank; {@code boilerplate} where none of
   *     its words stands in {@code text}
   * @throws IllegalArgumentException where labels and lines are not of one number
   */
  public static List<Label> carry(String text, List<Label> labels, String other) {
    List<String> from = lines(text);
    if (from.size() != labels.size()) {
      throw new IllegalArgumentException(from.size() + " lines, " + labels.size() + " labels");
    }
    List<String> to = lines(other);
    List<Word> source = words(from);
    List<Word> target = words(to);
    List<Map<Label, Integer>> votes = new ArrayList<>();
    to.forEach(line -> votes.add(new EnumMap<>(Label.class)));
    int i = 0;
    int j = 0;
    while (i < source.size() && j < target.size()) {
      if (source.get(i).text.equals(target.get(j).text)) {
        Label label = labels.get(source.get(i).line);
        votes.get(target.get(j).line).merge(label, 1, Integer::sum);
        i++;
        j++;
        continue;
      }
      int[] next = together(source, i, target, j);
      i = next[0];
      j = next[1];
    }
    List<Label> carried = new ArrayList<>();
    for (Map<Label, Integer> vote : votes) {
      Label best = Label.BOILERPLATE;
      int most = 0;
      for (Map.Entry<Label, Integer> entry : vote.entrySet()) {
        if (entry.getValue() > most) {
          most = entry.getValue();
          best = entry.getKey();
        }
      }
      carried.add(best);
    }
    return carried;
  }

  /** The nearest places at which a few words of both texts agree again. */
  private static int[] together(List<Word> source, int i, List<Word> target, int j) {
    for (int sum = 1; sum <= FARTHEST; sum++) {
      for (int skipped = 0; skipped <= sum; skipped++) {
        if (agree(source, i + skipped, target, j + sum - skipped)) {
          return new int[] {i + skipped, j + sum - skipped};
        }
      }
    }
    return new int[] {i + 1, j + 1};
  }

  private static boolean agree(List<Word> source, int i, List<Word> target, int j) {
    for (int k = 0; k < ANCHOR; k++) {
      boolean isEnd = i + k >= source.size() || j + k >= target.size();
      if (isEnd) {
        return k > 0;
      }
      if (!source.get(i + k).text.equals(target.get(j + k).text)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  /** A line without the number that a list sets before it. */
  private static String withoutNumber(String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && end < 3 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean isMark = end > 0 && (text.startsWith(". ", end) || text.startsWith(") ", end));
    return isMark ? text.substring(end + 2) : text;
  }

  /** A line without the addresses of its links, which say the words of titles again. */
  private static String withoutAddresses(String line) {
    int open = line.indexOf("](");
    if (open < 0) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    int from = 0;
    while (open >= 0) {
      int close = line.indexOf(')', open);
      if (close < 0) {
        break;
      }
      out.append(line, from, open + 1);
      from = close + 1;
      open = line.indexOf("](", from);
    }
    return out.append(line.substring(from)).toString();
  }

  /**
   * Runs of letters and digits, Chinese characters one by one; of a line without any, its signs.
   */
  private static List<Word> words(List<String> lines) {
    Map<String, String> known = new HashMap<>();
    List<Word> words = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      String text = Normaliser.normalise(withoutAddresses(withoutNumber(lines.get(line))));
      StringBuilder word = new StringBuilder();
      int before = words.size();
      for (int at = 0; at <= text.length(); at++) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        boolean isSolid = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
        boolean isAlone = isSolid && Character.isIdeographic(c);
        if ((!isSolid || isAlone) && word.length() > 0) {
          words.add(new Word(known.computeIfAbsent(word.toString(), w -> w), line));
          word.setLength(0);
        }
        if (isAlone) {
          words.add(new Word(String.valueOf(c), line));
        } else if (isSolid) {
          word.append(c);
        }
      }
      if (words.size() == before) {
        words.add(new Word(text.strip(), line));
      }
    }
    return words;
  }
}
