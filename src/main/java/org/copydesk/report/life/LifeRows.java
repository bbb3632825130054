package org.copydesk.report.life;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.report.life.PageLife.Some;

/** Rows of a kind: the first {@link PageLives#MOST_ROWS} and how many there are. */
final class LifeRows<T> {
  final List<T> shown = new ArrayList<>();
  long all;

  void add(T row) {
    all++;
    if (shown.size() < PageLives.MOST_ROWS) {
      shown.add(row);
    }
  }

  Some<T> some() {
    return new Some<>(all, shown);
  }
}
