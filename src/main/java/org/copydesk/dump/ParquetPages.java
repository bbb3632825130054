package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.dump.stream.RawInput;
import org.copydesk.model.Reason;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * The pages of one column of a row group, one after the other as they are asked for: a row group of
 * a gigabyte costs a page of each column. What a header claims is held against the bytes there are;
 * damage comes out as {@link ParquetDamage.Unchecked}.
 */
final class ParquetPages implements PageReader {
  /** Statistics in a header may repeat the longest values of the page. */
  private static final int LONGEST_HEADER = 1 << 20;

  private final ParquetFooter.Chunk chunk;
  private final ParquetCodec codec;
  private final ParquetRoom room;
  private final SourceBytes source;
  private final RawInput raw = new RawInput();
  private final HeaderBytes headerBytes = new HeaderBytes();
  private long valuesLeft;
  private PageHeader next;
  private int held;

  ParquetPages(
      ParquetFooter.Chunk chunk, ParquetCodec codec, ParquetRoom room, SourceBytes source) {
    this.chunk = chunk;
    this.codec = codec;
    this.room = room;
    this.source = source;
    raw.start(source, false);
    valuesLeft = chunk.values();
  }

  void close() {
    source.close();
  }

  /** Bytes of the file that were used. */
  long consumed() {
    return raw.consumed();
  }

  /** Where reading stands, for a message. */
  String place() {
    return "column " + chunk.name() + " at byte " + (chunk.start() + raw.consumed()) + ": ";
  }

  @Override
  public long getTotalValueCount() {
    return chunk.values();
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      next = header();
      if (next.getType() != PageType.DICTIONARY_PAGE) {
        return null;
      }
      PageHeader header = next;
      next = null;
      int values = header.getDictionary_page_header().getNum_values();
      byte[] plain = plain(header, 0, true);
      if (values < 0 || values > plain.length) {
        throw ParquetDamage.damaged("a dictionary that claims " + values + " values");
      }
      Encoding encoding = encoding(header.getDictionary_page_header().getEncoding());
      return new DictionaryPage(BytesInput.from(plain), values, encoding);
    } catch (ParquetDamage e) {
      throw told(e).unchecked();
    } catch (TException | RuntimeException e) {
      throw told(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      PageHeader header = next == null ? header() : next;
      next = null;
      while (header.getType() == PageType.INDEX_PAGE) {
        packed(header);
        header = header();
      }
      return switch (header.getType()) {
        case DATA_PAGE -> page(header);
        case DATA_PAGE_V2 -> pageV2(header);
        default -> throw ParquetDamage.damaged("a page of the type " + header.getType());
      };
    } catch (ParquetDamage e) {
      throw told(e).unchecked();
    } catch (TException | RuntimeException e) {
      throw told(e);
    }
  }

  private ParquetDamage told(ParquetDamage e) {
    return ParquetDamage.of(e.reason(), place() + e.getMessage());
  }

  private RuntimeException told(Exception e) {
    if (e instanceof java.io.UncheckedIOException source) {
      return source;
    }
    return ParquetDamage.of(e, place()).unchecked();
  }

  private PageHeader header() throws TException, ParquetDamage {
    if (raw.need(1) == 0) {
      throw ParquetDamage.damaged("ends before its values do");
    }
    headerBytes.left = LONGEST_HEADER;
    TConfiguration bounds =
        TConfiguration.custom()
            .setMaxMessageSize(LONGEST_HEADER)
            .setMaxFrameSize(LONGEST_HEADER)
            .build();
    PageHeader header = new PageHeader();
    header.read(new TCompactProtocol(new TIOStreamTransport(bounds, headerBytes)));
    boolean hasOwn =
        switch (header.getType()) {
          case DATA_PAGE -> header.isSetData_page_header();
          case DATA_PAGE_V2 -> header.isSetData_page_header_v2();
          case DICTIONARY_PAGE -> header.isSetDictionary_page_header();
          case INDEX_PAGE -> true;
        };
    if (!hasOwn) {
      throw ParquetDamage.damaged("a page header without its part");
    }
    return header;
  }

  private int values(int claimed) throws ParquetDamage {
    if (claimed < 0 || claimed > valuesLeft) {
      throw ParquetDamage.damaged(
          "a page of " + claimed + " values, where " + valuesLeft + " are left");
    }
    valuesLeft -= claimed;
    return claimed;
  }

  private DataPage page(PageHeader header) throws ParquetDamage {
    DataPageHeader own = header.getData_page_header();
    int values = values(own.getNum_values());
    byte[] plain = plain(header, 0, true);
    Encoding encoding = encoding(own.getEncoding());
    Encoding definition = encoding(own.getDefinition_level_encoding());
    Encoding repetition = encoding(own.getRepetition_level_encoding());
    ColumnDescriptor column = chunk.column();
    Encoding levels = column.getMaxDefinitionLevel() > 0 ? definition : repetition;
    ParquetClaims.checkPage(plain, column, levels, encoding, values);
    return new DataPageV1(
        BytesInput.from(plain),
        values,
        plain.length,
        noStatistics(column),
        repetition,
        definition,
        encoding);
  }

  private DataPage pageV2(PageHeader header) throws ParquetDamage {
    DataPageHeaderV2 own = header.getData_page_header_v2();
    int values = values(own.getNum_values());
    int repetitionBytes = own.getRepetition_levels_byte_length();
    int definitionBytes = own.getDefinition_levels_byte_length();
    boolean isSound =
        repetitionBytes >= 0
            && definitionBytes >= 0
            && (long) repetitionBytes + definitionBytes <= header.getCompressed_page_size()
            && (long) repetitionBytes + definitionBytes <= header.getUncompressed_page_size()
            && own.getNum_rows() >= 0
            && own.getNum_nulls() >= 0
            && own.getNum_nulls() <= values;
    if (!isSound) {
      throw ParquetDamage.damaged("levels longer than their page");
    }
    int levels = repetitionBytes + definitionBytes;
    byte[] plain = plain(header, levels, !own.isSetIs_compressed() || own.isIs_compressed());
    ColumnDescriptor column = chunk.column();
    byte[] repetition = java.util.Arrays.copyOf(plain, repetitionBytes);
    byte[] definition = java.util.Arrays.copyOfRange(plain, repetitionBytes, levels);
    byte[] data = java.util.Arrays.copyOfRange(plain, levels, plain.length);
    ParquetClaims.checkLevels(repetition, column.getMaxRepetitionLevel(), values);
    ParquetClaims.checkLevels(definition, column.getMaxDefinitionLevel(), values);
    Encoding encoding = encoding(own.getEncoding());
    ParquetClaims.checkValues(data, encoding, values);
    return DataPageV2.uncompressed(
        own.getNum_rows(),
        own.getNum_nulls(),
        values,
        BytesInput.from(repetition),
        BytesInput.from(definition),
        encoding,
        BytesInput.from(data),
        noStatistics(column));
  }

  private static Statistics<?> noStatistics(ColumnDescriptor column) {
    return Statistics.createStats(column.getPrimitiveType());
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding written)
      throws ParquetDamage {
    if (written == null) {
      throw ParquetDamage.damaged("an encoding that is not known");
    }
    return Encoding.valueOf(written.name());
  }

  /** The bytes of a page as they lie. */
  private byte[] packed(PageHeader header) throws ParquetDamage {
    int size = header.getCompressed_page_size();
    long there = chunk.end() - chunk.start() - raw.consumed();
    if (size < 0 || size > there) {
      throw ParquetDamage.damaged("a page of " + size + " bytes, where " + there + " are left");
    }
    room.check(size);
    byte[] packed = new byte[size];
    int at = 0;
    while (at < size) {
      int n = raw.read(packed, at, size - at);
      if (n < 0) {
        throw ParquetDamage.damaged("ends in the middle of a page");
      }
      at += n;
    }
    return packed;
  }

  /**
   * The bytes of a page, unpacked.
   *
   * @param levels bytes before its values that are never packed
   */
  private byte[] plain(PageHeader header, int levels, boolean isPacked) throws ParquetDamage {
    int size = header.getUncompressed_page_size();
    if (size < levels) {
      throw ParquetDamage.damaged("a page that claims " + size + " bytes");
    }
    room.exchange(held, size);
    held = size;
    byte[] packed = packed(header);
    if (header.isSetCrc()) {
      CRC32 crc = new CRC32();
      crc.update(packed);
      if ((int) crc.getValue() != header.getCrc()) {
        throw ParquetDamage.damaged("a page whose checksum is another");
      }
    }
    CompressionCodec how = isPacked ? chunk.meta().getCodec() : CompressionCodec.UNCOMPRESSED;
    if (!ParquetCodec.reads(how)) {
      throw ParquetDamage.of(Reason.PARQUET_UNSUPPORTED, "pages packed with " + how);
    }
    if (levels == 0) {
      byte[] plain = codec.unpack(how, packed, size);
      if (header.getType() == PageType.DICTIONARY_PAGE) {
        // It stays as long as the column is read.
        held = 0;
      }
      return plain;
    }
    byte[] values = java.util.Arrays.copyOfRange(packed, levels, packed.length);
    byte[] unpacked =
        values.length == 0 && size == levels ? values : codec.unpack(how, values, size - levels);
    byte[] plain = java.util.Arrays.copyOf(packed, size);
    System.arraycopy(unpacked, 0, plain, levels, unpacked.length);
    return plain;
  }

  /** Bytes for the parser of headers, as many as a header may have. */
  private final class HeaderBytes extends InputStream {
    private int left;

    @Override
    public int read() {
      return left-- > 0 ? raw.read() : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = len <= left ? raw.read(b, off, len) : -1;
      left -= Math.max(0, n);
      return n;
    }
  }
}
