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

/** Puts pages into dump files: a file each, or lines of JSON Lines files. */
final class DumpWriter implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final GenerateSettings.Format format;
  private Path madeFolder;
  private String openFile;
  private OutputStream open;

  DumpWriter(Path folder, GenerateSettings.Format format) {
    this.folder = folder;
    this.format = format;
  }

  /** Writes one page; pages of one JSON Lines file come one after another. Returns its bytes. */
  int write(PagePlan.Location at, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!format.isJsonLines()) {
      Path file = resolve(at);
      if (format.isGzip()) {
        try (OutputStream out = gzip(file)) {
          out.write(bytes);
        }
      } else {
        Files.write(file, bytes);
      }
      return bytes.length;
    }
    if (!at.sourceFile().equals(openFile)) {
      close();
      Path file = resolve(at);
      open = format.isGzip() ? gzip(file) : stream(file);
      openFile = at.sourceFile();
    }
    open.write(bytes);
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
    return new BufferedOutputStream(
        new GZIPOutputStream(Files.newOutputStream(file), BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        },
        BUFFER);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
