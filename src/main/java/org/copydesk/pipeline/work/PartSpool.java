package org.copydesk.pipeline.work;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.RowMask;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * The parts one worker writes, one a table, opened when the first row comes. They lie in the work
 * folder under names of their own, so that a worker that is run again disturbs nothing.
 */
public final class PartSpool implements Closeable {
  private final Storage work;
  private final int number;
  private final boolean masks;
  private final List<Open<?>> parts = new ArrayList<>();

  private record Open<R extends Record>(
      Table<R> table, String file, OutputStream out, PartWriter<R> writer) {}

  public PartSpool(Storage work, BuildSettings settings, int number) {
    this.work = work;
    this.masks = settings.masksPersonalData();
    this.number = number;
  }

  /** Writes a row; what is personal in it is masked here when the build says so. */
  public <R extends Record> void write(Table<R> table, R row) throws IOException {
    writer(table).write(masks ? RowMask.mask(table, row) : row);
  }

  @SuppressWarnings("unchecked") // what was opened with a table writes its rows
  private <R extends Record> PartWriter<R> writer(Table<R> table) throws IOException {
    for (Open<?> part : parts) {
      if (part.table() == table) {
        return (PartWriter<R>) part.writer();
      }
    }
    String file = "parts/" + table.name() + "-" + number + "-" + UUID.randomUUID();
    OutputStream out = work.create(file);
    PartWriter<R> writer;
    try {
      writer = new PartWriter<>(table, new BufferedOutputStream(out, 1 << 16));
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
    parts.add(new Open<>(table, file, out, writer));
    return writer;
  }

  /** Closes the files of parts that were not finished; what is in them counts for nothing. */
  @Override
  public void close() {
    for (Open<?> part : parts) {
      OutputStream out = part.out();
      try (out) {
        part.writer().close();
      } catch (IOException | RuntimeException e) {
        // The part is given up, for a reason that is thrown already.
      }
    }
    parts.clear();
  }

  /** Closes all parts and tells what they hold. */
  public List<PartResult> finish() throws IOException {
    List<PartResult> results = new ArrayList<>();
    for (Open<?> part : parts) {
      PartWriter<?> writer = part.writer();
      writer.close();
      results.add(
          new PartResult(
              part.table().name(),
              number,
              part.file(),
              writer.rows(),
              writer.bytes(),
              writer.digest().sum()));
    }
    parts.clear();
    return results;
  }
}
