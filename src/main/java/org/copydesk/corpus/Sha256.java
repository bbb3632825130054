package org.copydesk.corpus;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.copydesk.storage.Storage;
import org.copydesk.storage.WholeFile;

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
    WholeFile.read(storage, file, bytes, digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }
}
