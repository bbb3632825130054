package org.copydesk.dump;

import java.util.List;
import org.copydesk.dump.stream.Compression;

/**
 * Where a large file may be cut so that several threads read it, and what a thread that sees one
 * range must know of the whole: {@link DumpReader#index} makes it. A gigabyte of WARC in gzip gives
 * sixteen ranges of some 64 MB, each beginning with a member.
 *
 * @param bytes length of the file
 * @param modified when it was last written, as its file system tells; -1 when it does not
 * @param sha256 of the whole file, 64 hex digits
 * @param separator how a page text holds several pages; null for other formats
 * @param ranges in file order, without gap; empty when the file is to be read in one piece
 */
public record SplitIndex(
    long bytes,
    long modified,
    String sha256,
    DumpFormat format,
    Compression compression,
    PageSplitter separator,
    List<FileRange> ranges) {

  /** Of a file that is read in one piece. */
  public static final SplitIndex NONE =
      new SplitIndex(0, -1, null, DumpFormat.UNKNOWN, Compression.NONE, null, List.of());

  public SplitIndex {
    ranges = List.copyOf(ranges);
  }

  /** The same of a file with these bytes, whenever it was written. */
  public SplitIndex withoutTime() {
    return new SplitIndex(bytes, -1, sha256, format, compression, separator, ranges);
  }

  /** Whether range {@code i} is the one at the end of the file. */
  boolean isLast(int i) {
    return i == ranges.size() - 1;
  }
}
