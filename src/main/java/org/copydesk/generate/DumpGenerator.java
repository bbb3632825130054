package org.copydesk.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.copydesk.corpus.InOrder;

/**
 * Writes invented dumps with their truth: {@code OUT/dumps/site-004/0000/00000012.txt} and its line
 * in {@code OUT/truth/pages.jsonl}. All processors write, a chunk of pages each; the truth is put
 * together in the chunks' order, so what is written does not depend on how many there are.
 *
 * <p>Memory: a {@link PageComposer} a processor, and the truth of two chunks a processor.
 */
public final class DumpGenerator {
  private final GenerateSettings settings;
  private final int processors;

  public DumpGenerator(GenerateSettings settings) {
    this(settings, InOrder.processors());
  }

  DumpGenerator(GenerateSettings settings, int processors) {
    this.settings = settings;
    this.processors = processors;
  }

  /**
   * Writes {@code output/dumps} and, unless it is not wanted, {@code output/truth}; neither may
   * exist.
   *
   * @throws IOException when the output cannot be written or exists already
   */
  public GeneratedDump write(Path output) throws IOException {
    Path dumps = output.resolve("dumps");
    Path truth = output.resolve("truth");
    Files.createDirectories(output);
    Files.createDirectory(dumps);
    Map<Truth, OutputStream> files = new EnumMap<>(Truth.class);
    ConcurrentLinkedQueue<PageComposer> composers = new ConcurrentLinkedQueue<>();
    Counts counts;
    try {
      if (settings.hasTruth()) {
        Files.createDirectory(truth);
        for (Truth file : Truth.values()) {
          files.put(file, DumpWriter.stream(truth.resolve(file.fileName())));
        }
      }
      counts = write(new ChunkWriter(settings, dumps), composers, files);
    } finally {
      for (OutputStream file : files.values()) {
        file.close();
      }
    }
    if (settings.hasTruth()) {
      writeTeasers(truth.resolve("teasers.jsonl"), composers);
    }
    return new GeneratedDump(
        dumps,
        settings.hasTruth() ? truth : null,
        settings.pages(),
        counts.articles(),
        counts.copies(),
        counts.teasers(),
        counts.bytes());
  }

  private Counts write(
      ChunkWriter writer, ConcurrentLinkedQueue<PageComposer> idle, Map<Truth, OutputStream> files)
      throws IOException {
    Counts[] counts = {Counts.NONE};
    InOrder.run(
        processors,
        writer.chunks(),
        number -> write(writer, number, idle),
        chunk -> {
          counts[0] = counts[0].plus(chunk.counts());
          for (Map.Entry<Truth, OutputStream> file : files.entrySet()) {
            chunk.truth().get(file.getKey()).writeTo(file.getValue());
          }
        });
    return counts[0];
  }

  private ChunkWriter.Chunk write(
      ChunkWriter writer, long number, ConcurrentLinkedQueue<PageComposer> idle)
      throws IOException {
    PageComposer composer = idle.poll();
    if (composer == null) {
      composer = new PageComposer(settings);
    }
    try {
      return writer.write(number, composer);
    } finally {
      idle.add(composer);
    }
  }

  private void writeTeasers(Path file, Collection<PageComposer> composers) throws IOException {
    PageComposer any = composers.iterator().next();
    List<int[][]> printed = new ArrayList<>();
    composers.forEach(composer -> printed.add(composer.occurrences()));
    try (OutputStream out = DumpWriter.stream(file)) {
      for (int site = 0; site < settings.sites(); site++) {
        for (int index = 0; index < printed.get(0)[site].length; index++) {
          int times = 0;
          for (int[][] counted : printed) {
            times += counted[site][index];
          }
          if (times > 0) {
            out.write(any.teaserTruth(site, index, times).getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
  }
}
