package org.copydesk.corpus;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.copydesk.storage.Storage;

/**
 * Reads the rows of a Parquet part that {@link PartWriter} wrote; columns not asked for are null,
 * and so are those that an older version did not write. Memory: the asked columns of one row group.
 */
public final class PartReader implements Closeable {
  private final String name;
  private final ParquetFileReader file;
  private final MessageType projection;
  private final List<Column> columns;
  private RecordReader<Object[]> records;
  private long left;
  private int group;

  /**
   * @param only columns to read; null for all
   */
  public PartReader(Table table, Storage storage, String name, Set<String> only)
      throws IOException {
    columns = table.columns();
    SeekableByteChannel channel = storage.openSeekable(name);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    this.name = storage.location(name);
    try {
      file = new ParquetFileReader(new ChannelFile(channel), options);
    } catch (IOException e) {
      channel.close();
      throw e;
    } catch (RuntimeException e) {
      channel.close();
      throw damaged(e);
    }
    projection = projection(table.schema(), only);
    if (projection == null) {
      file.close();
      throw new IOException(this.name + ": columns are not those of the table " + table.name());
    }
    file.setRequestedSchema(projection);
  }

  /** The asked columns that the file has; null when one of them, or of all, is another. */
  private MessageType projection(MessageType all, Set<String> only) {
    MessageType written = file.getFileMetaData().getSchema();
    List<Type> there = new ArrayList<>();
    for (Type field : all.getFields()) {
      boolean isAsked = only == null || only.contains(field.getName());
      if (isAsked && written.containsField(field.getName())) {
        if (!written.getType(field.getName()).equals(field)) {
          return null;
        }
        there.add(field);
      }
    }
    boolean isKnown =
        written.getFields().stream().allMatch(field -> all.containsField(field.getName()));
    return isKnown ? new MessageType(all.getName(), there) : null;
  }

  /** Parquet's reader throws what its decoders throw at bytes that are none of its own. */
  private IOException damaged(RuntimeException e) {
    return new IOException("cannot read " + name + ": " + e.getMessage(), e);
  }

  /** The version of the schema in the footer; null when it has none. */
  String schemaVersion() {
    return file.getFileMetaData().getKeyValueMetaData().get(PartWriter.SCHEMA_VERSION_KEY);
  }

  /** Columns the file was written with: columns are only ever added, at the end. */
  int columnsWritten() {
    return file.getFileMetaData().getSchema().getFieldCount();
  }

  /** Rows as the footer counts them. */
  public long rows() {
    return file.getRecordCount();
  }

  /** The next row; null after the last. */
  public Object[] next() throws IOException {
    try {
      while (left == 0) {
        if (!openGroup()) {
          return null;
        }
      }
      left--;
      return records.read();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private boolean openGroup() throws IOException {
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    group++;
    left = pages.getRowCount();
    records = new ColumnIOFactory().getColumnIO(projection).getRecordReader(pages, new Rows());
    return true;
  }

  /** Passes over rows; row groups that lie among them whole are not read. */
  public void skip(long rows) throws IOException {
    long ahead = rows;
    while (ahead > 0) {
      if (left > 0) {
        records.read();
        left--;
        ahead--;
      } else if (group == file.getRowGroups().size()) {
        throw new EOFException("no more rows");
      } else if (ahead >= file.getRowGroups().get(group).getRowCount()) {
        ahead -= file.getRowGroups().get(group).getRowCount();
        file.skipNextRowGroup();
        group++;
      } else {
        openGroup();
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Rows extends RecordMaterializer<Object[]> {
    private Object[] row;
    private final StructConverter root =
        new StructConverter(
            projection.getFields().stream()
                .map(field -> columns.get(indexOf(field.getName())))
                .toList(),
            values -> row = widen(values));
    private final int[] places =
        projection.getFields().stream().mapToInt(field -> indexOf(field.getName())).toArray();

    private int indexOf(String name) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name)) {
          return i;
        }
      }
      throw new IllegalStateException(name);
    }

    private Object[] widen(Object[] values) {
      if (values.length == columns.size()) {
        return values;
      }
      Object[] wide = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        wide[places[i]] = values[i];
      }
      return wide;
    }

    @Override
    public Object[] getCurrentRecord() {
      return row;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }

  private interface ValueSink {
    void set(Object value);
  }

  private static Converter converter(Column.Type type, ValueSink sink) {
    if (type instanceof Column.ListOf list) {
      return new ListConverter(list.element(), sink);
    }
    if (type instanceof Column.Struct struct) {
      return new StructConverter(struct.fields(), sink::set);
    }
    return new ScalarConverter((Column.Scalar) type, sink);
  }

  private interface StructSink {
    void set(Object[] values);
  }

  private static final class StructConverter extends GroupConverter {
    private final Converter[] fields;
    private final StructSink sink;
    private Object[] values;

    StructConverter(List<Column> columns, StructSink sink) {
      this.sink = sink;
      fields = new Converter[columns.size()];
      for (int i = 0; i < fields.length; i++) {
        int place = i;
        fields[i] = converter(columns.get(i).type(), value -> values[place] = value);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return fields[index];
    }

    @Override
    public void start() {
      values = new Object[fields.length];
    }

    @Override
    public void end() {
      sink.set(values);
    }
  }

  private static final class ListConverter extends GroupConverter {
    private final GroupConverter entry;
    private final ValueSink sink;
    private List<Object> values;
    private Object element;

    ListConverter(Column.Type type, ValueSink sink) {
      this.sink = sink;
      Converter inner = converter(type, value -> element = value);
      entry =
          new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
              return inner;
            }

            @Override
            public void start() {
              element = null;
            }

            @Override
            public void end() {
              values.add(element);
            }
          };
    }

    @Override
    public Converter getConverter(int index) {
      return entry;
    }

    @Override
    public void start() {
      values = new ArrayList<>();
    }

    @Override
    public void end() {
      sink.set(values);
    }
  }

  private static final class ScalarConverter extends PrimitiveConverter {
    private final Column.Scalar type;
    private final ValueSink sink;
    private Object[] dictionary;

    ScalarConverter(Column.Scalar type, ValueSink sink) {
      this.type = type;
      this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    /** Makes each value of a dictionary once, however many rows have it. */
    @Override
    public void setDictionary(Dictionary values) {
      dictionary = new Object[values.getMaxId() + 1];
      for (int i = 0; i < dictionary.length; i++) {
        dictionary[i] =
            switch (type) {
              case TEXT -> values.decodeToBinary(i).toStringUsingUTF8();
              case LONG, TIMESTAMP -> values.decodeToLong(i);
              case DOUBLE -> values.decodeToDouble(i);
              case BOOLEAN -> values.decodeToBoolean(i);
            };
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      sink.set(dictionary[id]);
    }

    @Override
    public void addBinary(Binary value) {
      sink.set(value.toStringUsingUTF8());
    }

    @Override
    public void addLong(long value) {
      sink.set(value);
    }

    @Override
    public void addDouble(double value) {
      sink.set(value);
    }

    @Override
    public void addBoolean(boolean value) {
      sink.set(value);
    }
  }

  private record ChannelFile(SeekableByteChannel channel) implements InputFile {
    @Override
    public long getLength() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableInputStream newStream() {
      return new DelegatingSeekableInputStream(java.nio.channels.Channels.newInputStream(channel)) {
        @Override
        public long getPos() throws IOException {
          return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
          channel.position(position);
        }

        @Override
        public void readFully(ByteBuffer buffer) throws IOException {
          while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
              throw new EOFException();
            }
          }
        }
      };
    }
  }
}
