package org.copydesk.pipeline.read;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.text.ContentHash;

/**
 * How much is read together. A unit ends behind a file whose name hashes to 0 modulo {@link
 * #files}, once it holds a quarter of what is wanted, and before it holds twice that; so where two
 * listings differ in a file the units meet again at the next such name.
 *
 * @param bytes wanted in a unit
 * @param large bytes above which a file is a unit of its own and is cut into ranges
 * @param files how many files hold as much as is wanted, on average
 * @param largeFolders how many {@link #SHARES}ths of all bytes are in each folder with more than
 *     one of them, rounded up, by its name; null where an epoch that is older does not tell
 */
public record UnitSize(long bytes, long large, int files, SortedMap<String, Integer> largeFolders)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** A folder with no more than one of so many shares of the input is small. */
  static final int SHARES = 64;

  /** More files than this make the list itself heavy. */
  static final int MOST_FILES = 1000;

  /**
   * A night reads all of a unit of which one file has changed: at 1 MB the 13 files that came and
   * went among 100,000 pages touched 47.
   */
  private static final long LEAST_BYTES = 256L << 10;

  /** Ranges of a file are looked for, and each is read from its own place: that is to pay. */
  private static final long LEAST_RANGE = 1L << 20;

  private static final long MOST_BYTES = 64L << 20;

  /**
   * Units wanted of a large input. Every worker would have several of 64; but a night reads each
   * unit again of which a file has changed, and of 64 units of 100,000 pages the 13 files that came
   * and went touched 90 files.
   */
  private static final int WANTED = 512;

  /**
   * Above this many units the parts written while reading would be too many: units grow instead.
   */
  private static final int MOST_UNITS = 4096;

  /** A file that is less than one in so many keeps no worker waiting at the end. */
  private static final int LARGE_SHARE = 256;

  public UnitSize {
    largeFolders =
        largeFolders == null
            ? null
            : Collections.unmodifiableSortedMap(new TreeMap<>(largeFolders));
  }

  /** The size that a listing asks for; depends on names and bytes of its files alone. */
  public static UnitSize of(List<Input> files) {
    long total = files.stream().mapToLong(Input::bytes).sum();
    long wanted = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, total / WANTED));
    long size = Math.max(wanted, total / MOST_UNITS);
    long each = Math.max(1, total / Math.max(1, files.size()));
    return new UnitSize(
        size,
        Math.max(2 * Math.max(size, LEAST_RANGE), total / LARGE_SHARE),
        (int) Math.max(1, Math.min(MOST_FILES / 2, size / each)),
        largeFolders(files, total));
  }

  /** Memory: a name a folder. */
  private static SortedMap<String, Integer> largeFolders(List<Input> files, long total) {
    TreeMap<String, Long> bytes = new TreeMap<>();
    for (Input file : files) {
      String name = file.sourceFile();
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        bytes.merge(name.substring(0, end), file.bytes(), Long::sum);
      }
    }
    TreeMap<String, Integer> shares = new TreeMap<>();
    for (Map.Entry<String, Long> folder : bytes.entrySet()) {
      double share = (double) folder.getValue() * SHARES / Math.max(1, total);
      if (share > 1) {
        shares.put(folder.getKey(), (int) Math.ceil(share));
      }
    }
    return shares;
  }

  /** Whether so much is more than a unit may hold. */
  boolean isFull(int fileCount, long byteCount) {
    return fileCount == MOST_FILES || byteCount > 2 * bytes;
  }

  /** Into how many ranges a large file may be cut. */
  int ranges(long fileBytes) {
    return (int) (fileBytes / Math.max(bytes, Math.min(LEAST_RANGE, large / 2))) + 1;
  }

  /**
   * Whether a unit ends behind a file.
   *
   * @param held bytes of the unit with it
   */
  boolean endsBehind(Input file, long held) {
    return held >= bytes / 4
        && Long.remainderUnsigned(ContentHash.of(file.sourceFile()).low(), files) == 0;
  }
}
