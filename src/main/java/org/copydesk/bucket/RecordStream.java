package org.copydesk.bucket;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Records one behind the other, each behind its length. */
final class RecordStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private RecordStream() {}

  /** Writes records; closed with it is what it writes to. */
  static final class Writer implements Closeable {
    private final DataOutputStream out;
    private final ByteWriter lengths = new ByteWriter(16);
    private long bytes;

    Writer(OutputStream out) {
      this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
    }

    /** Writes the record that a cursor stands on. */
    void write(RecordCursor record) throws IOException {
      int valueLength = record.valueEnd() - record.valueStart();
      lengths.clear();
      lengths
          .putVarLong(record.groupLength())
          .putVarLong(record.orderLength())
          .putVarLong(record.isMinus() ? ~valueLength : valueLength);
      int length = record.valueEnd() - record.groupStart();
      out.writeInt(lengths.length() + length);
      out.write(lengths.array(), 0, lengths.length());
      out.write(record.bytes(), record.groupStart(), length);
      bytes += lengths.length() + length;
    }

    void flush() throws IOException {
      out.flush();
    }

    /** Bytes of records so far. */
    long bytes() {
      return bytes;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads what a {@link Writer} wrote, while it goes. */
  static RecordCursor read(InputStream stream) {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, BUFFER_BYTES));
    return new RecordCursor() {
      private final ByteReader reader = new ByteReader(new byte[0]);

      @Override
      boolean advance() throws IOException {
        int first = in.read();
        if (first < 0) {
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
}
