package org.copydesk.dump;

import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.copydesk.model.Reason;

/** The row at hand as JSON tokens, what it counts for, and why there is none. */
final class ParquetTokens {
  private final long maxBytes;
  private TokenBuffer tokens;
  private long bytes;
  private long replaced;
  private Reason refusal;

  /**
   * @param maxBytes that a row may count for
   */
  ParquetTokens(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Forgets the row before. */
  void start() {
    tokens = new TokenBuffer(null, false);
    bytes = 1;
    replaced = 0;
    refusal = null;
  }

  TokenBuffer tokens() {
    return tokens;
  }

  long bytes() {
    return bytes;
  }

  long replaced() {
    return replaced;
  }

  Reason refusal() {
    return refusal;
  }

  void count(long more) {
    bytes += more;
  }

  void countReplaced(long more) {
    replaced += more;
  }

  void refuse(Reason reason) {
    refusal = reason;
  }

  boolean isRefused() {
    if (refusal == null && bytes > maxBytes) {
      refusal = Reason.LINE_TOO_LONG;
      tokens = new TokenBuffer(null, false);
    }
    return refusal != null;
  }

  /** Tokens of a value. */
  interface Write {
    void to(TokenBuffer tokens) throws IOException;
  }

  void write(Write what) {
    if (isRefused()) {
      return;
    }
    try {
      what.to(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
