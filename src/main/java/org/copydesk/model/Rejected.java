package org.copydesk.model;

/**
 * A record, or a part of one, that gave no article, and why: a row of {@code rejects}.
 *
 * @param sourceFile the file it stood in
 * @param sourceRecord its place in the file, from 0; -1 where the loss is of the file, not of a
 *     record
 * @param start first byte of what was lost: in the record's payload, or, where there is no payload,
 *     in the decompressed file
 * @param end byte after the last
 * @param stage the stage that decided
 * @param reason from the closed list
 * @param message for a person, without text of the payload; null when the reason says it all
 * @param url address of the record; null when unknown
 */
public record Rejected(
    String sourceFile,
    long sourceRecord,
    long start,
    long end,
    RejectStage stage,
    Reason reason,
    String message,
    String url) {

  private static final int LONGEST_MESSAGE = 500;

  public Rejected {
    if (message != null) {
      message = printable(message);
    }
  }

  /** One whose address is not known. */
  public Rejected(
      String sourceFile,
      long sourceRecord,
      long start,
      long end,
      RejectStage stage,
      Reason reason,
      String message) {
    this(sourceFile, sourceRecord, start, end, stage, reason, message, null);
  }

  /** The same, met in another stage. */
  public Rejected at(RejectStage other) {
    return new Rejected(sourceFile, sourceRecord, start, end, other, reason, message, url);
  }

  private static String printable(String message) {
    StringBuilder out = new StringBuilder(Math.min(message.length(), LONGEST_MESSAGE));
    for (int i = 0; i < message.length() && out.length() < LONGEST_MESSAGE; i++) {
      char c = message.charAt(i);
      boolean isUnsafe = Character.isISOControl(c) || Character.isSurrogate(c);
      out.append(isUnsafe ? '?' : c);
    }
    return out.toString();
  }
}
