package org.copydesk.dump;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.model.Reason;

/**
 * What the end of a Parquet file says of it: its columns, and where its row groups lie. Everything
 * is held against the size of the file before anything is read by it.
 *
 * @param schema the columns, nested as they were written
 * @param groups in file order, without overlap; those without rows are left out
 */
record ParquetFooter(MessageType schema, List<Group> groups) {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
  private static final int TAIL = 8;

  /** A footer of 1,000 row groups of FineWeb's 9 columns has 1 MB. */
  private static final int LONGEST = 16 << 20;

  /**
   * Rows written together.
   *
   * @param number from 0, those without rows counted
   * @param start first byte of the file that holds them
   * @param end byte behind the last
   * @param firstRow number of the first row in the file
   * @param chunks the bytes of each column, in the order of the schema's leaves
   */
  record Group(int number, long start, long end, long firstRow, long rows, List<Chunk> chunks) {
    /** Bytes as they lie. */
    long bytes() {
      return chunks.stream().mapToLong(chunk -> chunk.end() - chunk.start()).sum();
    }
  }

  /**
   * A column of a row group.
   *
   * @param values with those that are null
   */
  record Chunk(ColumnDescriptor column, ColumnMetaData meta, long start, long end, long values) {
    String name() {
      return String.join(".", column.getPath());
    }
  }

  /**
   * Reads it.
   *
   * @param size of the file in bytes
   * @throws ParquetDamage where the file is not to be read at all
   */
  static ParquetFooter read(DumpFile file, FileState state, Retry retry, DumpSettings settings)
      throws ParquetDamage {
    long size = state.bytes();
    if (size < MAGIC.length + TAIL) {
      throw ParquetDamage.damaged("a file of " + size + " bytes has no footer");
    }
    byte[] tail = bytes(file, state, retry, size - TAIL, size);
    if (!Arrays.equals(MAGIC, Arrays.copyOfRange(tail, 4, TAIL))) {
      throw ParquetDamage.damaged("its end is no Parquet footer: the file was cut, or goes on");
    }
    int length = tail[0] & 0xff | (tail[1] & 0xff) << 8 | (tail[2] & 0xff) << 16 | tail[3] << 24;
    if (length < 0 || length > LONGEST || length > size - MAGIC.length - TAIL) {
      throw ParquetDamage.damaged("a footer that claims " + length + " bytes");
    }
    long start = size - TAIL - length;
    byte[] footer = bytes(file, state, retry, start, size - TAIL);
    try {
      return of(footer, start, settings);
    } catch (IOException | RuntimeException e) {
      throw ParquetDamage.of(e, "footer: ");
    }
  }

  private static byte[] bytes(DumpFile file, FileState state, Retry retry, long start, long end)
      throws ParquetDamage {
    byte[] bytes = new byte[(int) (end - start)];
    try (SourceBytes source = new SourceBytes(file, state, start, end, retry)) {
      int at = 0;
      while (at < bytes.length) {
        int n = source.read(bytes, at, bytes.length - at);
        if (n < 0) {
          throw ParquetDamage.damaged("the file ends at byte " + (start + at));
        }
        at += n;
      }
    }
    return bytes;
  }

  private static ParquetFooter of(byte[] footer, long footerStart, DumpSettings settings)
      throws IOException, ParquetDamage {
    // The bound is what keeps a claimed list or string within the bytes there are.
    FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer), footer.length);
    if (meta.isSetEncryption_algorithm()) {
      throw ParquetDamage.of(Reason.PARQUET_UNSUPPORTED, "encrypted");
    }
    MessageType schema = schema(meta, settings.maxJsonDepth());
    List<Group> groups = new ArrayList<>();
    long row = 0;
    long end = MAGIC.length;
    int number = 0;
    for (RowGroup written : meta.getRow_groups()) {
      if (written.getNum_rows() > 0) {
        Group group = group(written, number, row, schema, footerStart);
        if (group.start() < end) {
          throw ParquetDamage.damaged("row group " + number + " overlaps the one before it");
        }
        end = group.end();
        row += group.rows();
        groups.add(group);
      }
      number++;
    }
    return new ParquetFooter(schema, groups);
  }

  private static MessageType schema(FileMetaData meta, int maxDepth)
      throws IOException, ParquetDamage {
    checkDepth(meta.getSchema(), maxDepth);
    FileMetaData alone = new FileMetaData(meta.getVersion(), meta.getSchema(), 0, List.of());
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return new ParquetMetadataConverter(options)
        .fromParquetMetadata(alone)
        .getFileMetaData()
        .getSchema();
  }

  /** The library reads a schema by recursion. */
  private static void checkDepth(List<SchemaElement> schema, int maxDepth) throws ParquetDamage {
    List<Integer> open = new ArrayList<>();
    for (SchemaElement element : schema) {
      while (!open.isEmpty() && open.get(open.size() - 1) == 0) {
        open.remove(open.size() - 1);
      }
      if (!open.isEmpty()) {
        open.set(open.size() - 1, open.get(open.size() - 1) - 1);
      }
      if (element.getNum_children() > 0) {
        open.add(element.getNum_children());
      }
      if (open.size() > maxDepth) {
        throw ParquetDamage.of(Reason.TOO_DEEP, "columns nested deeper than " + maxDepth);
      }
    }
  }

  private static Group group(
      RowGroup written, int number, long firstRow, MessageType schema, long footerStart)
      throws ParquetDamage {
    List<ColumnDescriptor> columns = schema.getColumns();
    String where = "row group " + number + ": ";
    if (written.getColumnsSize() != columns.size()) {
      throw ParquetDamage.damaged(where + "has " + written.getColumnsSize() + " columns");
    }
    List<Chunk> chunks = new ArrayList<>(columns.size());
    long first = Long.MAX_VALUE;
    long last = 0;
    for (int i = 0; i < columns.size(); i++) {
      Chunk chunk = chunk(written.getColumns().get(i), columns.get(i), where);
      boolean isWithin =
          chunk.start() >= MAGIC.length
              && chunk.end() > chunk.start()
              && chunk.end() <= footerStart;
      if (!isWithin) {
        throw ParquetDamage.damaged(where + "column " + chunk.name() + " lies outside the file");
      }
      boolean isFlat = chunk.column().getMaxRepetitionLevel() == 0;
      if (isFlat && chunk.values() != written.getNum_rows()) {
        throw ParquetDamage.damaged(
            where + "column " + chunk.name() + " has " + chunk.values() + " values");
      }
      first = Math.min(first, chunk.start());
      last = Math.max(last, chunk.end());
      chunks.add(chunk);
    }
    return new Group(number, first, last, firstRow, written.getNum_rows(), chunks);
  }

  private static Chunk chunk(ColumnChunk written, ColumnDescriptor column, String where)
      throws ParquetDamage {
    if (written.isSetFile_path()) {
      throw ParquetDamage.of(Reason.PARQUET_UNSUPPORTED, where + "its rows lie in other files");
    }
    ColumnMetaData meta = written.getMeta_data();
    if (meta == null || written.isSetCrypto_metadata()) {
      throw ParquetDamage.of(Reason.PARQUET_UNSUPPORTED, where + "encrypted");
    }
    boolean isAsInSchema =
        meta.getPath_in_schema().equals(Arrays.asList(column.getPath()))
            && meta.getType().name().equals(typeName(column));
    if (!isAsInSchema) {
      throw ParquetDamage.damaged(where + "columns are not those of the schema");
    }
    long start = meta.getData_page_offset();
    if (meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0) {
      start = Math.min(start, meta.getDictionary_page_offset());
    }
    // Longer than any file: the sum below must not run over.
    long length = Math.min(Math.max(0, meta.getTotal_compressed_size()), Long.MAX_VALUE >> 1);
    return new Chunk(column, meta, start, Math.max(0, start) + length, meta.getNum_values());
  }

  private static String typeName(ColumnDescriptor column) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> "BYTE_ARRAY";
      case FIXED_LEN_BYTE_ARRAY -> "FIXED_LEN_BYTE_ARRAY";
      case INT32 -> "INT32";
      case INT64 -> "INT64";
      case INT96 -> "INT96";
      case FLOAT -> "FLOAT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
