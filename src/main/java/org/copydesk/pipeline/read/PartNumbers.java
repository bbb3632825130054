package org.copydesk.pipeline.read;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import org.copydesk.corpus.PartResult;
import org.copydesk.text.ContentHash;

/**
 * Numbers of the parts of units, each once. They are hashes of names, and units of one folder lie
 * close together: what comes with a night most often has a folder of its own, and touches few parts
 * of tables then.
 *
 * <p>Which folder is the outermost one that was small when the epoch began ({@link
 * UnitSize#largeFolders}), or was not there: of {@code 2026/11/30/site/} that of the day. Its units
 * have a fixed share of the range. Where all folders of a file were large it is the innermost,
 * whose units have as much of the range as it was of the input then. So a number hangs on names and
 * on the epoch, not on what else is there tonight; only where two names come to one number, of
 * thousands of units about never, the one that is listed later gives way.
 *
 * <p>As long as folders have the shares they began with, ranges of numbers are of like sizes. A
 * folder that is new in the epoch and grows above a small one's share fills its range more densely
 * until the next epoch.
 */
final class PartNumbers {
  private static final int FIRST = PartResult.FIRST_OF_UNITS;
  private static final int RANGE = PartResult.NUMBERS - FIRST;

  private final SortedMap<String, Integer> largeFolders;
  private final Set<Integer> taken = new HashSet<>();

  /**
   * @param size of the epoch
   */
  PartNumbers(UnitSize size) {
    this.largeFolders = size.largeFolders();
  }

  /** The number of a part of the unit that begins with a file of some name. */
  int of(String name, int part) {
    long hash = ContentHash.of(name, Integer.toString(part)).high();
    String folder = folder(name);
    int width = folder == null ? RANGE : width(folder);
    long start = folder == null ? 0 : ContentHash.of(folder).high();
    long place = Long.remainderUnsigned(start, RANGE) + Long.remainderUnsigned(hash, width);
    int number = FIRST + (int) (place % RANGE);
    while (!taken.add(number)) {
      number = number == PartResult.NUMBERS - 1 ? FIRST : number + 1;
    }
    return number;
  }

  /** Null where there is none, or folders do not count. */
  private String folder(String name) {
    String innermost = null;
    if (largeFolders != null) {
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        innermost = name.substring(0, end);
        if (!largeFolders.containsKey(innermost)) {
          return innermost;
        }
      }
    }
    return innermost;
  }

  private int width(String folder) {
    return (int) ((long) RANGE * largeFolders.getOrDefault(folder, 1) / UnitSize.SHARES);
  }
}
