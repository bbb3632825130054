package org.copydesk.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.segment.dates.DateReader.Read;

/**
 * What speaks for a date of publication and against it.
 *
 * @param isSaid whether it is called that of the publication
 * @param isOfChange whether it is called that of an update alone
 * @param agreeing dates of the same day, itself included
 * @param days that are given besides its own
 * @param shown dates a reader sees that are its day
 * @param shownOther dates a reader sees that are another
 * @param isChangeShown whether a reader sees the day of an update
 * @param isItChange whether that is its day
 * @param isNextTo whether the day before or after is given, too: the same in another zone
 */
record DateEvidence(
    boolean isSaid,
    boolean isOfChange,
    int agreeing,
    int days,
    int shown,
    int shownOther,
    boolean isChangeShown,
    boolean isItChange,
    boolean isNextTo) {
  /**
   * @param said dates that are called those of a publication
   * @param unsaid dates that are called nothing
   * @param seen dates of both that a reader sees
   * @param changes dates that a reader sees and that are called those of an update
   */
  static DateEvidence of(
      Read day, List<Read> said, List<Read> unsaid, List<Read> seen, List<Read> changes) {
    Set<Long> days = new HashSet<>();
    int agreeing = 0;
    for (List<Read> reads : List.of(said, unsaid)) {
      for (Read read : reads) {
        agreeing += isSame(day, read) ? 1 : 0;
        days.add(dayOf(read));
      }
    }
    boolean isNextTo = false;
    for (List<Read> reads : List.of(said, unsaid, seen)) {
      for (Read read : reads) {
        isNextTo |= Math.abs(dayOf(read) - dayOf(day)) == 1;
      }
    }
    days.remove(dayOf(day));
    int shown = (int) seen.stream().filter(read -> isSame(day, read)).count();
    return new DateEvidence(
        !said.isEmpty(),
        said.isEmpty() && unsaid.isEmpty(),
        agreeing,
        days.size(),
        shown,
        seen.size() - shown,
        !changes.isEmpty(),
        changes.stream().anyMatch(read -> isSame(day, read)),
        isNextTo);
  }

  /** Whether a reader sees no date at all. */
  boolean isUnseen() {
    return shown == 0 && shownOther == 0 && !isChangeShown;
  }

  /**
   * Whether readers see other days and not this one, or the page gives no day but that of an
   * update: what others take for the day of publication is one as often as the other.
   */
  boolean isDisputed() {
    return isOfChange || shown == 0 && (shownOther > 0 || isChangeShown && !isItChange);
  }

  private static boolean isSame(Read a, Read b) {
    return dayOf(a) == dayOf(b);
  }

  private static long dayOf(Read read) {
    return Math.floorDiv(read.instant().getEpochSecond(), 86_400L);
  }
}
