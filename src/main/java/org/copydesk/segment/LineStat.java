package org.copydesk.segment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copydesk.model.Label;
import org.copydesk.segment.lines.LineClass;

/** What is counted of one recurring line over the pages of a group: where, among what, as what. */
final class LineStat {
  /** In place of a neighbour's key where the page begins or ends. */
  static final long EDGE = 0x5EED_ED6EL;

  private static final int LABELS = Label.values().length;

  SiteSample.Line line;
  int pages;
  int afterBody;
  int beforeOpenTitle;
  int nextToProse;
  int asMeta;
  int overTitle;

  /** Pages on which it stands under the text: see {@link LineStatistics}. */
  int underText;

  /** Last lines of the texts it stands under. */
  final Set<Long> texts = new HashSet<>();

  final int[] as = new int[LABELS];
  final int[] leftAs = new int[LABELS];
  final int[] rightAs = new int[LABELS];
  final Map<Long, Integer> left = new HashMap<>();
  final Map<Long, Integer> right = new HashMap<>();
  final Map<Integer, Integer> fromTop = new HashMap<>();
  final Map<Integer, Integer> fromEnd = new HashMap<>();
  LineClass lineClass = LineClass.UNKNOWN;
  boolean isSure;

  /** Whether it keeps its distance from one end of the page. */
  boolean isFixed() {
    return most(fromTop) * 10 >= pages * 6 || most(fromEnd) * 10 >= pages * 6;
  }

  boolean isAs(Label label, int tenths) {
    return as[label.ordinal()] * 10 >= pages * tenths;
  }

  boolean isRightAs(Label label, int tenths) {
    return rightAs[label.ordinal()] * 10 >= pages * tenths;
  }

  int leftTeasers() {
    return leftAs[Label.TEASER_TITLE.ordinal()] + leftAs[Label.TEASER_SNIPPET.ordinal()];
  }

  /** Whether it stands under the text, or parted from it by lines of that page alone. */
  boolean isUnderText(int tenths) {
    return underText * 10 >= pages * tenths && texts.size() >= 3;
  }

  /** Whether its neighbours on both sides are the same lines always, as inside a menu. */
  boolean isInBlock() {
    return left.size() == 1 && right.size() == 1;
  }

  /** Whether the same thing, which may be the page's end, stands on one side nearly always. */
  boolean isSteady(Map<Long, Integer> side) {
    return most(side) * 10 >= pages * 8;
  }

  static int variety(Map<Long, Integer> side) {
    return side.containsKey(EDGE) ? Math.max(1, side.size() - 1) : side.size();
  }

  static int most(Map<?, Integer> counts) {
    int most = 0;
    for (int count : counts.values()) {
      most = Math.max(most, count);
    }
    return most;
  }
}
