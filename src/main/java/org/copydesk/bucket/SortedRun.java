package org.copydesk.bucket;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** A sorted run of records in a temporary file. */
final class SortedRun implements Closeable {
  private static final int ZSTD_LEVEL = 1;

  private final Path file;
  private final List<Closeable> open = new ArrayList<>();

  private final long bytes;

  private SortedRun(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Bytes of its records, before compression. */
  long bytes() {
    return bytes;
  }

  static SortedRun write(Path folder, RecordCursor records) throws IOException {
    try (Open run = create(folder)) {
      while (records.advance()) {
        run.write(records);
      }
      return run.end();
    }
  }

  /** Begins a run. */
  static Open create(Path folder) throws IOException {
    return new Open(Files.createTempFile(folder, "run-", ".zst"));
  }

  /** A run that is being written. */
  static final class Open implements Closeable {
    private final Path file;
    private final RecordStream.Writer writer;

    private Open(Path file) throws IOException {
      this.file = file;
      this.writer =
          new RecordStream.Writer(new ZstdOutputStream(Files.newOutputStream(file), ZSTD_LEVEL));
    }

    /** Writes the record that a cursor stands on. */
    void write(RecordCursor record) throws IOException {
      writer.write(record);
    }

    SortedRun end() throws IOException {
      writer.close();
      return new SortedRun(file, writer.bytes());
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private RecordCursor read() throws IOException {
    InputStream in = new ZstdInputStream(Files.newInputStream(file));
    open.add(in);
    return RecordStream.read(in);
  }

  /** All records of some runs in one order; reads them while it goes. */
  static RecordCursor merge(List<SortedRun> runs) throws IOException {
    PriorityQueue<RecordCursor> heads =
        new PriorityQueue<>(Math.max(1, runs.size()), BucketSorter::compare);
    for (SortedRun run : runs) {
      RecordCursor cursor = run.read();
      if (cursor.advance()) {
        heads.add(cursor);
      }
    }
    return new RecordCursor() {
      private final ByteReader reader = new ByteReader(new byte[0]);

      @Override
      boolean advance() throws IOException {
        RecordCursor head = heads.poll();
        if (head == null) {
          return false;
        }
        standOn(head.bytes(), 0, reader);
        if (head.advance()) {
          heads.add(head);
        }
        return true;
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (Closeable in : open) {
      in.close();
    }
    Files.deleteIfExists(file);
  }
}
