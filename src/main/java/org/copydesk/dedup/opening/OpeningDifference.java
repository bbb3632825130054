package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.OpeningAlignment.Block;

/**
 * What two headlines, or the beginnings of two texts, say otherwise: both are aligned word by word
 * (a longest common subsequence), and of what stands at one place each rule looks whether it may
 * stand for the other. What stands on one side only is absent on the other, not different.
 */
public final class OpeningDifference {
  /** Longer replaced passages are other sentences, not other words. */
  private static final int MOST_REPLACED = 8;

  /** The same for numbers, which are rarer than words. */
  private static final int MOST_WITH_NUMBERS = 12;

  /** Longer replaced passages are no names. */
  private static final int MOST_NAMES = 4;

  /** Whom a story is about is named by then. */
  private static final int FIRST_NAMES = 40;

  /** A longer passage that was replaced at the very beginning is a page's head, not the story's. */
  private static final int MOST_HEADER = 4;

  /** A longer end is a page's own. */
  private static final int MOST_AT_END = 3;

  /** In scripts without capitals a replaced word near the beginning is the subject. */
  private static final int SUBJECT_TOKENS = 60;

  private final OpeningSide a;
  private final OpeningSide b;
  private final ValueDifference values;
  private final SubjectDifference subjects;
  private final ChangedPlaces places;
  private final ChangedWords words;
  private final boolean isLoose;
  private String what = "";

  /**
   * Two sides.
   *
   * @param similarity Jaccard of their texts
   * @param isLoose whether they share so little that only one may be a later state of the other: it
   *     names whom the earlier one named, so one new name in the place of another is enough
   */
  public OpeningDifference(OpeningSide a, OpeningSide b, double similarity, boolean isLoose) {
    this.isLoose = isLoose;
    this.a = a;
    this.b = b;
    values = new ValueDifference(a, b, similarity);
    subjects = new SubjectDifference(a, b);
    places = new ChangedPlaces(a, b);
    words = new ChangedWords(a, b);
  }

  /** Whether a word in the place of another says its opposite, or another part of the day. */
  public static boolean isOtherwise(String one, String other, String language) {
    List<Token> x = Opening.of(one, language).tokens;
    List<Token> y = Opening.of(other, language).tokens;
    return DayParts.differ(x, y, language)
        || areOtherTimes(x, y)
        || MeaningDifference.areOpposites(x, y, language);
  }

  /** "Noon", "midnight". */
  private static boolean areOtherTimes(List<Token> x, List<Token> y) {
    return x.size() == 1
        && y.size() == 1
        && x.get(0).type() == Opening.Type.TIME
        && y.get(0).type() == Opening.Type.TIME
        && !OpeningAlignment.isOne(x.get(0), y.get(0));
  }

  /** The first rule that says the two tell different things; null where none does. */
  public CopyRule rule(int openingA, int openingB) {
    CopyRule rule =
        rule(a.title().tokens, b.title().tokens, true, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return rule != null ? rule : rule(a.body().tokens, b.body().tokens, false, openingA, openingB);
  }

  private CopyRule rule(
      List<Token> first, List<Token> second, boolean isTitle, int openingA, int openingB) {
    List<Block> blocks = OpeningAlignment.blocks(first, second);
    List<Block> looked = new ArrayList<>();
    for (Block block : blocks) {
      boolean isInOpening = block.startA() < openingA || block.startB() < openingB;
      if (isInOpening && (isTitle || !block.isLast() || isWholeEnd(block))) {
        looked.add(block);
      } else if (isInOpening && hasWholeEndAndMore(block)) {
        looked.add(block.begin());
      }
    }
    int shared = first.size();
    for (Block block : blocks) {
      shared -= block.endA() - block.startA();
    }
    if (isTitle && 3 * shared < Math.min(first.size(), second.size()) && !first.isEmpty()) {
      // Another headline, not an edited one: only what both put at one place would count.
      return null;
    }
    // A headline that denies another one has most of its words.
    boolean mayDeny = !isTitle || 2 * shared >= Math.min(first.size(), second.size());
    for (Block block : looked) {
      List<Token> x = first.subList(block.startA(), block.endA());
      List<Token> y = second.subList(block.startB(), block.endB());
      boolean isWhole = openingA == Integer.MAX_VALUE && openingB == Integer.MAX_VALUE;
      if (Acronyms.isOne(x, y)) {
        continue;
      }
      CopyRule rule = rule(x, y, block, isTitle, mayDeny, isWhole && isShort());
      if (rule == null && isWhole && isShort() && !isTitle && words.differ(first, second, block)) {
        rule = CopyRule.SUBJECT;
      }
      if (rule != null) {
        what = text(x) + " / " + text(y);
        return rule;
      }
    }
    if (ChangedPlaces.figuresChangePlaces(first, second, openingA, openingB)) {
      return CopyRule.SWAPPED;
    }
    boolean isWholeText =
        openingA == Integer.MAX_VALUE && openingB == Integer.MAX_VALUE && isShort() && !isTitle;
    if (places.isSwapped(first, second, looked)
        || places.isMoved(first, second, looked, isWholeText)) {
      return CopyRule.SWAPPED;
    }
    return null;
  }

  /** Whether both texts were read whole, and are so short that every word tells. */
  private boolean isShort() {
    return !a.body().isCut && !b.body().isCut;
  }

  /** Whether both texts end with other words, and not only what was read of them. */
  private boolean isWholeEnd(Block block) {
    return !a.body().isCut
        && !b.body().isCut
        && block.longer() <= MOST_AT_END
        && block.endA() > block.startA()
        && block.endB() > block.startB();
  }

  /** Whether one text ends with other words and the other goes on: with a line of its page. */
  private boolean hasWholeEndAndMore(Block block) {
    int shorter = block.shorter();
    return !a.body().isCut && !b.body().isCut && shorter > 0 && shorter <= MOST_AT_END;
  }

  /** The words at which the rule was found, those of both sides; "" where none was. */
  public String what() {
    return what;
  }

  private static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(text.isEmpty() ? "" : " ").append(token.form()));
    return text.toString();
  }

  private CopyRule rule(
      List<Token> x,
      List<Token> y,
      Block block,
      boolean isTitle,
      boolean mayDeny,
      boolean isShort) {
    boolean isHeader =
        !isTitle && block.startA() == 0 && block.startB() == 0 && block.longer() > MOST_HEADER;
    if (!isHeader && block.longer() <= MOST_WITH_NUMBERS && values.differs(x, y, isTitle)) {
      return CopyRule.QUANTITY;
    }
    if (isTitle && ValueDifference.weekdaysDiffer(x, y)) {
      return CopyRule.QUANTITY;
    }
    if (isShort && !isTitle && block.longer() <= 2 && values.daysDiffer(x, y)) {
      return CopyRule.QUANTITY;
    }
    if (!isHeader && DayParts.differ(x, y, a.body().language)) {
      return CopyRule.QUANTITY;
    }
    if (mayDeny && MeaningDifference.negationDiffers(x, y)) {
      return CopyRule.NEGATION;
    }
    if (isHeader || block.longer() > MOST_REPLACED || x.isEmpty() || y.isEmpty()) {
      return null;
    }
    if (MeaningDifference.areOpposites(x, y, a.body().language)) {
      return CopyRule.OPPOSITE;
    }
    if (block.longer() <= MOST_NAMES && subjects.namesDiffer(x, y)) {
      return CopyRule.NAME;
    }
    int start = Math.min(block.startA(), block.startB());
    if (isLoose
        && block.longer() <= MOST_NAMES
        && (isTitle || start < FIRST_NAMES)
        && subjects.isNewNameInPlace(x, y)) {
      return CopyRule.NAME;
    }
    boolean isEarly = isTitle || isShort || start < SUBJECT_TOKENS;
    return subjects.subjectDiffers(x, y, isEarly) ? CopyRule.SUBJECT : null;
  }
}
