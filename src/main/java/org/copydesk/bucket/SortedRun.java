package org.copydesk.bucket;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** A sorted run of records in a temporary file. */
final class SortedRun implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

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
    Path file = Files.createTempFile(folder, "run-", ".zst");
    ByteWriter lengths = new ByteWriter(16);
    long bytes = 0;
    try (ZstdOutputStream zstd = new ZstdOutputStream(Files.newOutputStream(file), 1);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zstd, BUFFER_BYTES))) {
      while (records.advance()) {
        lengths.clear();
        lengths
            .putVarLong(records.groupLength())
            .putVarLong(records.orderLength())
            .putVarLong(records.valueEnd() - records.valueStart());
        int length = records.valueEnd() - records.groupStart();
        out.writeInt(lengths.length() + length);
        bytes += lengths.length() + length;
        out.write(lengths.array(), 0, lengths.length());
        out.write(records.bytes(), records.groupStart(), length);
      }
    }
    return new SortedRun(file, bytes);
  }

  private RecordCursor read() throws IOException {
    DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), BUFFER_BYTES));
    open.add(in);
    long size = Files.size(file);
    return new RecordCursor() {
      private final ByteReader reader = new ByteReader(new byte[0]);
      private boolean isAtEnd = size == 0;

      @Override
      boolean advance() throws IOException {
        if (isAtEnd) {
          return false;
        }
        int first = in.read();
        if (first < 0) {
          isAtEnd = true;
          return false;
        }
        int length =
            first << 24
                | in.readUnsignedByte() << 16
                | in.readUnsignedByte() << 8
                | in.readUnsignedByte();
        byte[] record = new byte[length];
        in.readFully(record);
        standOn(record, 0, reader);
        return true;
      }
    };
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
