package org.copydesk.pipeline.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.corpus.PartResult;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.text.ContentHash;

/**
 * Numbers of the parts of units, each once. They are hashes of names, so that no other file moves
 * them, and parts of tables that hold ranges of them are of like sizes. Units of one folder lie
 * close together, in as much of the range as their folder is of the input: what comes with a night
 * most often has a folder of its own, and touches few parts of tables then.
 *
 * <p>Which folder is the outermost one that is small enough to be in one part: of {@code
 * 2026/11/30/site/} that of the day. Its share of the input is rounded up to a power of two, so a
 * file more moves the units of its folder as rarely as a folder doubles. Memory: a name a folder.
 */
final class PartNumbers {
  private static final int FIRST = PartResult.FIRST_OF_UNITS;
  private static final int RANGE = PartResult.NUMBERS - FIRST;

  /** A folder with no more than this share of the input has its units together. */
  private static final int SMALL_SHARE = 64;

  /** No folder has less than this share of the range. */
  private static final int LEAST_SHARE = 4096;

  private final Map<String, Long> folders = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final long all;

  /**
   * @param files of the input
   * @param all bytes of the input when the epoch began; 0 where that is not known: then folders do
   *     not count
   */
  PartNumbers(List<Input> files, long all) {
    this.all = all;
    if (all > 0) {
      for (Input file : files) {
        String name = file.sourceFile();
        for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
          folders.merge(name.substring(0, end), file.bytes(), Long::sum);
        }
      }
    }
  }

  /** The number of a part of the unit that begins with a file of some name. */
  int of(String name, int part) {
    long hash = ContentHash.of(name, Integer.toString(part)).high();
    String folder = folder(name);
    int width = folder == null ? RANGE : width(folders.get(folder));
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
    for (int end = name.indexOf('/'); all > 0 && end >= 0; end = name.indexOf('/', end + 1)) {
      innermost = name.substring(0, end);
      if (folders.get(innermost) <= all / SMALL_SHARE) {
        return innermost;
      }
    }
    return innermost;
  }

  private int width(long bytes) {
    int parts = 1;
    while (parts < LEAST_SHARE && bytes <= all / (2L * parts)) {
      parts *= 2;
    }
    return RANGE / parts;
  }
}
