package org.copydesk.generate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Puts pages into dump files: a file each, several with ruled lines between them, or lines of JSON
 * Lines files. Pages of one file come one after another; in gzip each page of text is a member of
 * its own, as crawlers pack records.
 */
final class DumpWriter implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int MEMBER_BUFFER = 1 << 12;
  private static final byte[] NOTHING = {};

  /** Between pages of one file: long enough to part them without a header behind it. */
  private static final byte[] RULE =
      ("\n" + "=".repeat(40) + "\n").getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final GenerateSettings.Format format;
  private Path madeFolder;
  private String openFile;
  private OutputStream open;

  DumpWriter(Path folder, GenerateSettings.Format format) {
    this.folder = folder;
    this.format = format;
  }

  /** Writes one page. Returns its bytes. */
  int write(PagePlan.Location at, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean isFirst = !at.sourceFile().equals(openFile);
    if (isFirst) {
      close();
      Path file = resolve(at);
      open = format.isGzip() && format.isJsonLines() ? gzip(file) : stream(file);
      openFile = at.sourceFile();
    }
    byte[] before = isFirst || format.isJsonLines() ? NOTHING : RULE;
    if (format.isGzip() && !format.isJsonLines()) {
      try (OutputStream member = new GzipMember(open)) {
        member.write(before);
        member.write(bytes);
      }
    } else {
      open.write(before);
      open.write(bytes);
    }
    return bytes.length;
  }

  private Path resolve(PagePlan.Location at) throws IOException {
    Path file = folder.resolve(at.sourceFile());
    if (!file.getParent().equals(madeFolder)) {
      madeFolder = file.getParent();
      Files.createDirectories(madeFolder);
    }
    return file;
  }

  static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  private static OutputStream gzip(Path file) throws IOException {
    return new BufferedOutputStream(new FastGzip(Files.newOutputStream(file), BUFFER), BUFFER);
  }

  private static class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out, int buffer) throws IOException {
      super(out, buffer);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** A member of a file that goes on behind it. */
  private static final class GzipMember extends FastGzip {
    GzipMember(OutputStream file) throws IOException {
      super(file, MEMBER_BUFFER);
    }

    @Override
    public void close() throws IOException {
      finish();
      def.end();
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
