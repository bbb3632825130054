package org.copydesk.corpus;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.model.Reason;

/** Inputs that could not be read, as the rejects tell: the first so many names, and why. */
public final class UnreadFiles {
  private static final int MOST_NAMES = 1000;
  private static final int TOLD = 5;
  private static final Set<String> REASONS =
      Set.of(Reason.FILE_UNREADABLE.stored(), Reason.FILE_CHANGED.stored());

  private final TreeMap<String, String> why = new TreeMap<>();
  private boolean hasMore;

  /** Looks at a row of the rejects. */
  public void take(String sourceFile, String reason, String message) {
    if (REASONS.contains(reason)) {
      put(sourceFile, message == null ? reason : reason + ": " + message);
    }
  }

  // Of several reasons of a file the first in order stays, whichever part was read first.
  private void put(String sourceFile, String reason) {
    why.merge(sourceFile, reason, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    if (why.size() > MOST_NAMES) {
      why.pollLastEntry();
      hasMore = true;
    }
  }

  void add(UnreadFiles other) {
    other.why.forEach(this::put);
    hasMore |= other.hasMore;
  }

  void encode(ByteWriter out) {
    out.putBoolean(hasMore).putVarLong(why.size());
    why.forEach((file, reason) -> out.putText(file).putText(reason));
  }

  /** Adds what {@link #encode} wrote. */
  void take(ByteReader in) {
    hasMore |= in.getBoolean();
    for (int left = in.getVarInt(); left > 0; left--) {
      put(in.getText(), in.getText());
    }
  }

  public boolean isEmpty() {
    return why.isEmpty();
  }

  /** How many there are, in words: {@code 1 input}. */
  public String count() {
    return hasMore
        ? "more than " + MOST_NAMES + " inputs"
        : why.size() + (why.size() == 1 ? " input" : " inputs");
  }

  /** The first names with their reasons, a line each. */
  public List<String> first() {
    return why.entrySet().stream()
        .limit(TOLD)
        .map(file -> file.getKey() + " (" + file.getValue() + ")")
        .toList();
  }
}
