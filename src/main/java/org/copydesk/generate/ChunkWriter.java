package org.copydesk.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes the dump files of a chunk of pages and keeps the chunk's truth. A chunk is whole files, so
 * chunks can be written side by side; within it pages come in the order in which files hold them.
 */
final class ChunkWriter {
  private static final long PAGES_OF_FILES = 1000;

  private final GenerateSettings settings;
  private final Path dumps;

  ChunkWriter(GenerateSettings settings, Path dumps) {
    this.settings = settings;
    this.dumps = dumps;
  }

  /**
   * @param truth lines of each file, about 4 KB a page; empty where none is wanted
   */
  record Chunk(Counts counts, Map<Truth, ByteArrayOutputStream> truth) {}

  /** Number of chunks. */
  long chunks() {
    return (settings.pages() + pagesOfChunk() - 1) / pagesOfChunk();
  }

  private long pagesOfChunk() {
    if (settings.pagesPerFile() > 1) {
      return (long) settings.sites() * settings.pagesPerFile();
    }
    return settings.format().isJsonLines() ? settings.filesPerFolder() : PAGES_OF_FILES;
  }

  /** Writes chunk {@code number}. */
  Chunk write(long number, PageComposer composer) throws IOException {
    Map<Truth, ByteArrayOutputStream> truth = new EnumMap<>(Truth.class);
    for (Truth file : Truth.values()) {
      truth.put(file, new ByteArrayOutputStream());
    }
    long from = number * pagesOfChunk();
    long to = Math.min(settings.pages(), from + pagesOfChunk());
    Counts counts = Counts.NONE;
    try (DumpWriter out = new DumpWriter(dumps, settings.format())) {
      Writing sink = new Writing(out, truth);
      int stride = settings.pagesPerFile() > 1 ? settings.sites() : 1;
      for (long first = from; first < Math.min(to, from + stride); first++) {
        for (long page = first; page < to; page += stride) {
          counts = counts.plus(composer.compose(page, sink));
        }
      }
    }
    return new Chunk(counts, truth);
  }

  private record Writing(DumpWriter out, Map<Truth, ? extends OutputStream> truth)
      implements PageComposer.Sink {
    @Override
    public int page(PagePlan.Location at, String text) throws IOException {
      return out.write(at, text);
    }

    @Override
    public void truth(Truth file, String line) throws IOException {
      truth.get(file).write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
