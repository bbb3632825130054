package org.copydesk.pipeline.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.Sha256;
import org.copydesk.dump.source.Retry;
import org.copydesk.storage.Storage;

/**
 * A file of the work folder that a step has to find as another one wrote it. This travels, so that
 * an absent file, one that cannot be read and one that is another are each an error, never a build
 * without what it holds.
 *
 * @param name in the work folder, made for one attempt
 * @param sha256 of its bytes, hex
 */
public record SideFile(String name, String sha256) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Writes a file. */
  public static SideFile write(Storage work, String name, byte[] content) throws IOException {
    try (OutputStream out = work.create(name)) {
      out.write(content);
    }
    return new SideFile(name, Sha256.of(content));
  }

  /** Writes what a file holds. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a file as it is made, without all of its bytes in memory. */
  public static SideFile write(Storage work, String name, Content content) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(work.create(name), digest)) {
      content.write(out);
    }
    return new SideFile(name, HexFormat.of().formatHex(digest.digest()));
  }

  /** What a file is read as. */
  @FunctionalInterface
  public interface Form<T> {
    /** Reads a stream to its end. */
    T read(InputStream in) throws IOException;
  }

  /** Its bytes, as they were written; asked for again where that fails. */
  public byte[] read(Storage work) throws IOException {
    return read(work, InputStream::readAllBytes);
  }

  /** The same in another form, without all of its bytes in memory. */
  public <T> T read(Storage work, Form<T> form) throws IOException {
    return Retry.DEFAULT.run(() -> readOnce(work, form));
  }

  private <T> T readOnce(Storage work, Form<T> form) throws IOException {
    MessageDigest digest = Sha256.digest();
    T content;
    try (InputStream in = new DigestInputStream(work.open(name), digest)) {
      content = form.read(in);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw new IOException("not what was written: " + work.location(name));
    }
    return content;
  }

  /** What {@link #decode} reads. */
  public void encode(ByteWriter out) {
    out.putText(name).putText(sha256);
  }

  public static SideFile decode(ByteReader in) {
    return new SideFile(in.getText(), in.getText());
  }
}
