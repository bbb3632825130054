package org.copydesk.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.copydesk.storage.Storage;

/** SHA-256 of files, in hex. */
public final class Sha256 {
  private Sha256() {}

  /** One that has seen nothing. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /**
   * Of a file.
   *
   * @param bytes how long it is: a stream that ends before is an error
   */
  public static String of(Storage storage, String file, long bytes) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    long seen = 0;
    try (InputStream in = storage.open(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        seen += n;
      }
    }
    if (seen != bytes) {
      throw new EOFException(file + " has " + bytes + " bytes, " + seen + " were read");
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
