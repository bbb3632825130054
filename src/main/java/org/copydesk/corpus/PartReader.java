package org.copydesk.corpus;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;
import org.copydesk.table.Table;

/**
 * Reads the rows of a Parquet part that {@link PartWriter} wrote; columns that an older version did
 * not write are null. Memory: one row group, of a {@linkplain Table#view view} its columns.
 *
 * @param <R> a row
 */
public final class PartReader<R extends Record> implements Closeable {
  private final String name;
  private final ParquetFileReader file;
  private final MessageType projection;
  private final Table<R> table;
  private RecordReader<R> records;
  private long left;

  /**
   * @param table of which the part is one, or a view of it
   */
  public PartReader(Table<R> table, Storage storage, String name) throws IOException {
    this(table, storage.location(name), () -> open(storage, name));
  }

  /** Opens a part. */
  interface Opener {
    ParquetFileReader open() throws IOException;
  }

  /**
   * @param name for messages
   */
  PartReader(Table<R> table, String name, Opener opener) throws IOException {
    this.table = table;
    this.name = name;
    try {
      file = opener.open();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
    projection = projection();
    if (projection == null) {
      file.close();
      throw new IOException(name + ": columns are not those of the table " + table.name());
    }
    file.setRequestedSchema(projection);
  }

  private static ParquetFileReader open(Storage storage, String name) throws IOException {
    SeekableByteChannel channel = storage.openSeekable(name);
    try {
      return new ParquetFileReader(new ChannelFile(channel), options());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdPages())
        .build();
  }

  /** The asked columns that the file has; null when one of them, or of all, is another. */
  private MessageType projection() {
    MessageType written = file.getFileMetaData().getSchema();
    List<Type> there = new ArrayList<>();
    for (Type field : table.schema().getFields()) {
      if (written.containsField(field.getName())) {
        if (!written.getType(field.getName()).equals(field)) {
          return null;
        }
        there.add(field);
      }
    }
    boolean isKnown =
        written.getFields().stream()
            .allMatch(field -> table.wholeSchema().containsField(field.getName()));
    return isKnown ? new MessageType(table.name(), there) : null;
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
  public R next() throws IOException {
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
    left = pages.getRowCount();
    open(pages);
    return true;
  }

  private void open(PageReadStore pages) {
    records = new ColumnIOFactory().getColumnIO(projection).getRecordReader(pages, new Rows());
  }

  /** Takes a row that was asked for. */
  public interface Sink<R> {
    void take(R row, long number) throws IOException;
  }

  /**
   * Reads some rows only: of each column the pages they stand in are decompressed, by the offset
   * index of the file, and the values between them passed over. To be called instead of {@link
   * #next}.
   *
   * @param numbers of the rows, from 0, ascending, each once
   * @throws EOFException when the part has fewer rows
   */
  public void fetch(long[] numbers, Sink<R> sink) throws IOException {
    int from = 0;
    for (int i = 0; i < file.getRowGroups().size() && from < numbers.length; i++) {
      BlockMetaData group = file.getRowGroups().get(i);
      long first = group.getRowIndexOffset();
      long end = first + group.getRowCount();
      TreeSet<Long> read = new TreeSet<>();
      int to = from;
      while (to < numbers.length && numbers[to] < end) {
        read.add(numbers[to++]);
      }
      if (to > from) {
        // Parquet's reader gives the value before again where the last row that is selected stands
        // alone on a page: a neighbour is selected with it.
        long last = numbers[to - 1];
        read.add(last + 1 < end ? last + 1 : Math.max(first, last - 1));
        openRows(i, first, read);
        for (Iterator<Long> next = read.iterator(); from < to; ) {
          R row = next();
          if (next.next() == numbers[from]) {
            sink.take(row, numbers[from++]);
          }
        }
      }
    }
    if (from < numbers.length) {
      throw new EOFException(name + " has no row " + numbers[from]);
    }
  }

  private void openRows(int group, long first, Collection<Long> numbers) throws IOException {
    RowRanges.Builder rows = RowRanges.builder();
    numbers.forEach(number -> rows.addSelectedRow(number - first));
    try {
      open(file.readFilteredRowGroup(group, rows.build()));
      left = numbers.size();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Rows extends RecordMaterializer<R> {
    private R row;
    private final StructConverter<R> root =
        new StructConverter<>(
            table.row(),
            projection.getFields().stream().mapToInt(field -> indexOf(field.getName())).toArray(),
            made -> row = made);

    private int indexOf(String name) {
      return table.columns().stream().map(Column::name).toList().indexOf(name);
    }

    @Override
    public R getCurrentRecord() {
      return row;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }

  private static Converter converter(Column.Type type, Consumer<Object> sink) {
    if (type instanceof Column.ListOf list) {
      return new ListConverter(list.element(), sink);
    }
    if (type instanceof Column.Struct struct) {
      int[] all = IntStream.range(0, struct.fields().size()).toArray();
      return new StructConverter<>(struct.ofValue(), all, sink);
    }
    return new ScalarConverter((Column.Scalar) type, sink);
  }

  /** Makes a row or a struct of its values; the places it has no converter for stay null. */
  private static final class StructConverter<T> extends GroupConverter {
    private final Fields<T> fields;
    private final Converter[] converters;
    private final Consumer<? super T> sink;
    private final Object[] values;

    /**
     * @param places of the fields that are read, in the order of the file
     */
    StructConverter(Fields<T> fields, int[] places, Consumer<? super T> sink) {
      this.fields = fields;
      this.sink = sink;
      values = new Object[fields.columns().size()];
      converters = new Converter[places.length];
      for (int i = 0; i < places.length; i++) {
        int place = places[i];
        converters[i] =
            converter(fields.columns().get(place).type(), value -> values[place] = value);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return converters[index];
    }

    @Override
    public void start() {
      Arrays.fill(values, null);
    }

    @Override
    public void end() {
      sink.accept(fields.make(values));
    }
  }

  private static final class ListConverter extends GroupConverter {
    private final GroupConverter entry;
    private final Consumer<Object> sink;
    private List<Object> values;
    private Object element;

    ListConverter(Column.Type type, Consumer<Object> sink) {
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
      sink.accept(values);
    }
  }

  private static final class ScalarConverter extends PrimitiveConverter {
    private final Column.Scalar type;
    private final Consumer<Object> sink;
    private Object[] dictionary;

    ScalarConverter(Column.Scalar type, Consumer<Object> sink) {
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
      sink.accept(dictionary[id]);
    }

    @Override
    public void addBinary(Binary value) {
      sink.accept(value.toStringUsingUTF8());
    }

    @Override
    public void addLong(long value) {
      sink.accept(value);
    }

    @Override
    public void addDouble(double value) {
      sink.accept(value);
    }

    @Override
    public void addBoolean(boolean value) {
      sink.accept(value);
    }
  }
}
