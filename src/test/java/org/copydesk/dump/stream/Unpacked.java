package org.copydesk.dump.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;

/**
 * What a decompressor makes of some bytes.
 *
 * @param bytes all that it gave
 * @param damage why it ended early; null where it did not
 */
record Unpacked(byte[] bytes, Damage damage) {
  /** Something that packs. */
  interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  static byte[] packed(byte[] bytes, Packer packer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packer.over(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static RawInput raw(byte[] file) {
    DumpFile dump = new DumpFile("a", file.length, () -> new ByteArrayInputStream(file));
    RawInput raw = new RawInput();
    raw.start(new SourceBytes(dump, Retry.DEFAULT), true);
    return raw;
  }

  /** Reads to the end, be it sound or not. */
  static Unpacked of(Decompressor decompressor, byte[] file) {
    decompressor.start(raw(file), 0);
    return rest(decompressor);
  }

  /** Reads on, {@code decompressor} being where it is. */
  static Unpacked rest(Decompressor decompressor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[700];
    int n = decompressor.read(buffer, 0, buffer.length);
    while (n >= 0) {
      out.write(buffer, 0, n);
      n = decompressor.read(buffer, 0, buffer.length);
    }
    return new Unpacked(out.toByteArray(), decompressor.damage());
  }
}
