package org.copydesk.dump.source;

/**
 * What tells that a file is still the one that was listed.
 *
 * @param bytes its size; -1 where that is not known
 * @param modified when it was last written, in a number that grows; -1 where that is not known
 */
public record FileState(long bytes, long modified) {
  public static final FileState UNKNOWN = new FileState(-1, -1);

  /** How this differs from what is there now, in words; null where it does not or is not known. */
  String differenceTo(FileState now) {
    if (bytes >= 0 && now.bytes >= 0 && bytes != now.bytes) {
      return "listed with " + bytes + " bytes, has " + now.bytes;
    }
    boolean isWritten = modified >= 0 && now.modified >= 0 && modified != now.modified;
    return isWritten ? "it was written to since it was listed" : null;
  }
}
