package org.copydesk.segment.lines;

import java.util.List;

/**
 * Where the text of a line begins that may stand in a list: behind a bullet always, behind a number
 * where a line near by has the number before or after it ("3. Ferry sails again", "3 Ferry …").
 */
public final class ListMarks {
  /** Lines up and down in which the other numbers of a list are looked for. */
  private static final int NEAR = 4;

  private static final int LONGEST_NUMBER = 2;

  private final List<Unit> units;
  private final PageText text;

  public ListMarks(List<Unit> units, PageText text) {
    this.units = units;
    this.text = text;
  }

  /** First byte of the line's text. */
  public int start(Unit unit) {
    boolean isBullet = unit.contentStart > unit.start && unit.ordinal == 0;
    if (isBullet) {
      return unit.contentStart;
    }
    int number = number(unit);
    if (number == 0 || !isCounted(unit, number)) {
      return unit.start;
    }
    return unit.ordinal > 0 ? unit.contentStart : unit.start + digits(unit) + 1;
  }

  private boolean isCounted(Unit unit, int number) {
    int at = indexOf(unit);
    for (int i = Math.max(0, at - NEAR); i < Math.min(units.size(), at + NEAR + 1); i++) {
      int other = number(units.get(i));
      if (other > 0 && Math.abs(other - number) == 1) {
        return true;
      }
    }
    return false;
  }

  private int indexOf(Unit unit) {
    int low = 0;
    int high = units.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).start < unit.start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number a line begins with; 0 when none. */
  private int number(Unit unit) {
    if (unit.ordinal > 0 || unit.digits == 0) {
      return unit.ordinal;
    }
    int digits = digits(unit);
    boolean isApart =
        digits > 0
            && digits <= LONGEST_NUMBER
            && unit.start + digits + 1 < unit.end
            && text.raw(unit.start + digits, unit.start + digits + 1).equals(" ");
    return isApart ? Integer.parseInt(text.raw(unit.start, unit.start + digits)) : 0;
  }

  private int digits(Unit unit) {
    String start = text.raw(unit.start, Math.min(unit.end, unit.start + LONGEST_NUMBER + 1));
    int digits = 0;
    while (digits < start.length() && start.charAt(digits) >= '0' && start.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }
}
