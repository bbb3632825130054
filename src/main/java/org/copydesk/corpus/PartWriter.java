package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;

/**
 * Writes the rows of one Parquet part and sums their digest. Memory: one row group ({@link
 * #ROW_GROUP_BYTES}) and its pages.
 *
 * @param <R> a row
 */
public final class PartWriter<R extends Record> implements Closeable {
  /** Small against a 1 GB heap with several writers open; a scan still reads long runs. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Rows between two looks at the size: what a row group may be over its bound, in rows. */
  private static final int MOST_UNCHECKED_ROWS = 4;

  /** Key in a file's footer under which the schema's version stands. */
  static final String SCHEMA_VERSION_KEY = "copydesk.schema_version";

  private final Table<R> table;
  private final ParquetWriter<R> writer;
  private final Counting counting;
  private final RowDigest digest = new RowDigest();
  private long rows;

  /**
   * @param out where the file goes; closed by {@link #close}
   */
  public PartWriter(Table<R> table, OutputStream out) throws IOException {
    this.table = table;
    counting = new Counting(out);
    writer = new Builder<>(table, counting).build();
  }

  public void write(R row) throws IOException {
    copy(row);
    digest.add(table.row(), row);
  }

  /** Writes a row whose digest is known to who copies it; it is not part of {@link #digest}. */
  void copy(R row) throws IOException {
    writer.write(row);
    rows++;
  }

  public long rows() {
    return rows;
  }

  public RowDigest digest() {
    return digest;
  }

  /** Bytes of the file; complete after {@link #close}. */
  public long bytes() {
    return counting.position;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder<R extends Record>
      extends ParquetWriter.Builder<R, Builder<R>> {
    private final Table<R> table;

    Builder(Table<R> table, Counting out) {
      super(new SingleFile(out));
      this.table = table;
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new ZstdPages());
      withCompressionCodec(CompressionCodecName.ZSTD);
      withWriterVersion(WriterVersion.PARQUET_1_0);
      withRowGroupSize(ROW_GROUP_BYTES);
      // Its own bounds, 100 and 10,000, let a row group of long texts grow to any size.
      withMinRowCountForPageSizeCheck(1);
      withMaxRowCountForPageSizeCheck(MOST_UNCHECKED_ROWS);
      for (Column column : table.columns()) {
        if (!column.repeats()) {
          withDictionaryEncoding(column.name(), false);
        }
      }
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
      return new RowSupport<>(table);
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport<>(table);
    }
  }

  private static final class RowSupport<R extends Record> extends WriteSupport<R> {
    private final Table<R> table;
    private RecordConsumer consumer;

    RowSupport(Table<R> table) {
      this.table = table;
    }

    @Override
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      return new WriteContext(
          table.schema(), Map.of(SCHEMA_VERSION_KEY, Integer.toString(Tables.SCHEMA_VERSION)));
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
      consumer.startMessage();
      fields(table.row(), row);
      consumer.endMessage();
    }

    private <T> void fields(Fields<T> fields, T of) {
      List<Column> columns = fields.columns();
      for (int i = 0; i < columns.size(); i++) {
        Object value = fields.value(of, i);
        if (value != null) {
          String name = columns.get(i).name();
          consumer.startField(name, i);
          value(columns.get(i).type(), value);
          consumer.endField(name, i);
        }
      }
    }

    private void value(Column.Type type, Object value) {
      if (type instanceof Column.ListOf list) {
        list(list, (List<?>) value);
      } else if (type instanceof Column.Struct struct) {
        consumer.startGroup();
        fields(struct.ofValue(), value);
        consumer.endGroup();
      } else {
        switch ((Column.Scalar) type) {
          case TEXT -> consumer.addBinary(Binary.fromString((String) value));
          case LONG, TIMESTAMP -> consumer.addLong((Long) value);
          case DOUBLE -> consumer.addDouble((Double) value);
          case BOOLEAN -> consumer.addBoolean((Boolean) value);
        }
      }
    }

    private void list(Column.ListOf type, List<?> values) {
      consumer.startGroup();
      if (!values.isEmpty()) {
        consumer.startField("list", 0);
        for (Object element : values) {
          consumer.startGroup();
          consumer.startField("element", 0);
          value(type.element(), element);
          consumer.endField("element", 0);
          consumer.endGroup();
        }
        consumer.endField("list", 0);
      }
      consumer.endGroup();
    }
  }

  private record SingleFile(Counting out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return out;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return out;
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
