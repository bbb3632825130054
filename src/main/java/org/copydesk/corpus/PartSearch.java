package org.copydesk.corpus;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.dictionarylevel.DictionaryFilter;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.statisticslevel.StatisticsFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Finds rows of the Parquet parts of a generation by values of their columns. Only these columns
 * are decoded, no row and no string is made, and row groups that cannot have a value, by their
 * bounds or dictionaries, are not read. Memory: these columns of one row group, and the footers of
 * the parts, up to {@link #MOST_CHUNKS}.
 */
public final class PartSearch {
  /**
   * Chunks of columns, some 500 bytes each, of which footers are kept: one question is asked of the
   * same parts several times, and reading footers was a third of what it cost.
   */
  private static final int MOST_CHUNKS = 100_000;

  private final Storage generation;
  private final Map<String, ParquetMetadata> footers = new HashMap<>();
  private int chunks;

  public PartSearch(Storage generation) {
    this.generation = generation;
  }

  /**
   * What a row must have to be found.
   *
   * @param texts values of which the column of that name has one
   * @param numbers the same of columns of numbers
   */
  public record Wanted(Map<String, Set<String>> texts, Map<String, Set<Long>> numbers) {
    /** Rows whose column has one of the values. */
    public static Wanted in(String column, Collection<String> values) {
      return new Wanted(Map.of(column, Set.copyOf(values)), Map.of());
    }

    private boolean isNone() {
      return texts.values().stream().anyMatch(Set::isEmpty)
          || numbers.values().stream().anyMatch(Set::isEmpty);
    }

    private Set<String> columns() {
      Set<String> all = new LinkedHashSet<>(texts.keySet());
      all.addAll(numbers.keySet());
      return all;
    }

    private FilterPredicate filter() {
      FilterPredicate all = null;
      for (Map.Entry<String, Set<String>> each : texts.entrySet()) {
        Set<Binary> values = binaries(each.getValue());
        all = and(all, FilterApi.in(FilterApi.binaryColumn(each.getKey()), values));
      }
      for (Map.Entry<String, Set<Long>> each : numbers.entrySet()) {
        // Parquet asks whether null is among them, which sets of Set.of refuse to say.
        Set<Long> values = new HashSet<>(each.getValue());
        all = and(all, FilterApi.in(FilterApi.longColumn(each.getKey()), values));
      }
      return all;
    }

    private static FilterPredicate and(FilterPredicate one, FilterPredicate other) {
      return one == null ? other : FilterApi.and(one, other);
    }
  }

  /**
   * Numbers of the rows, from 0, that one of {@code wanted} describes; ascending. A column that the
   * part was written without has no value.
   */
  public LongStream rows(String part, List<Wanted> wanted) throws IOException {
    List<Wanted> some = wanted.stream().filter(each -> !each.isNone()).toList();
    if (some.isEmpty()) {
      return LongStream.empty();
    }
    LongStream.Builder found = LongStream.builder();
    try (ParquetFileReader file = open(part)) {
      MessageType written = file.getFileMetaData().getSchema();
      String created = file.getFileMetaData().getCreatedBy();
      List<BlockMetaData> groups = file.getRowGroups();
      for (int i = 0; i < groups.size(); i++) {
        BlockMetaData group = groups.get(i);
        BitSet hits = new BitSet();
        for (Wanted each : some) {
          if (mayHave(file, written, group, each)) {
            MessageType asked = asked(written, each);
            file.setRequestedSchema(asked);
            hits.or(new Group(file.readRowGroup(i), asked, created).rows(each));
          }
        }
        hits.stream().forEach(row -> found.add(group.getRowIndexOffset() + row));
      }
    } catch (RuntimeException e) {
      // Parquet's reader throws what its decoders throw at bytes that are none of its own.
      throw new IOException("cannot read " + generation.location(part) + ": " + e.getMessage(), e);
    }
    return found.build();
  }

  /** Whether a row group can have such a row, by the bounds and dictionaries of its columns. */
  private static boolean mayHave(
      ParquetFileReader file, MessageType written, BlockMetaData group, Wanted wanted) {
    if (!wanted.columns().stream().allMatch(written::containsField)) {
      return false;
    }
    FilterPredicate filter = wanted.filter();
    return !StatisticsFilter.canDrop(filter, group.getColumns())
        && !DictionaryFilter.canDrop(filter, group.getColumns(), file.getDictionaryReader(group));
  }

  /**
   * Reads rows of a part, or a view of them.
   *
   * @param numbers of the rows, from 0, ascending, each once
   */
  public <R extends Record> void fetch(
      Table<R> table, String part, long[] numbers, PartReader.Sink<R> sink) throws IOException {
    try (PartReader<R> reader =
        new PartReader<>(table, generation.location(part), () -> open(part))) {
      reader.fetch(numbers, sink);
    }
  }

  private ParquetFileReader open(String part) throws IOException {
    ParquetReadOptions options = PartReader.options();
    SeekableByteChannel channel = generation.openSeekable(part);
    try {
      ChannelFile file = new ChannelFile(channel);
      SeekableInputStream stream = file.newStream();
      ParquetMetadata footer = footers.get(part);
      if (footer == null) {
        footer = ParquetFileReader.readFooter(file, options, stream);
        chunks += footer.getBlocks().stream().mapToInt(group -> group.getColumns().size()).sum();
        if (chunks <= MOST_CHUNKS) {
          footers.put(part, footer);
        }
      }
      return new ParquetFileReader(file, footer, options, stream);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static MessageType asked(MessageType written, Wanted wanted) {
    return new MessageType(
        written.getName(), wanted.columns().stream().map(written::getType).toList());
  }

  /** Columns of a row group. */
  private record Group(PageReadStore pages, MessageType schema, String createdBy) {
    ColumnReader column(String name) {
      return new ColumnReadStoreImpl(pages, new Unread(), schema, createdBy)
          .getColumnReader(schema.getColumnDescription(new String[] {name}));
    }

    BitSet rows(Wanted wanted) {
      BitSet rows = new BitSet();
      rows.set(0, Math.toIntExact(pages.getRowCount()));
      wanted.texts().forEach((name, values) -> keep(rows, name, new Texts(binaries(values))));
      wanted.numbers().forEach((name, values) -> keep(rows, name, new Numbers(values)));
      return rows;
    }

    /** Takes out the rows that have none of the values. */
    private void keep(BitSet rows, String column, Values values) {
      int last = rows.length();
      if (last == 0) {
        return;
      }
      ColumnReader reader = column(column);
      int present = reader.getDescriptor().getMaxDefinitionLevel();
      for (int row = 0; row < last; row++) {
        boolean isThere = reader.getCurrentDefinitionLevel() == present;
        if (!rows.get(row)) {
          if (isThere) {
            reader.skip();
          }
        } else if (!isThere || !values.isNext(reader)) {
          rows.clear(row);
        }
        reader.consume();
      }
    }
  }

  /** Values of which a row must have one. */
  private interface Values {
    boolean isNext(ColumnReader reader);
  }

  private record Texts(Set<Binary> values) implements Values {
    @Override
    public boolean isNext(ColumnReader reader) {
      return values.contains(reader.getBinary());
    }
  }

  private record Numbers(Set<Long> values) implements Values {
    @Override
    public boolean isNext(ColumnReader reader) {
      return values.contains(reader.getLong());
    }
  }

  private static Set<Binary> binaries(Set<String> values) {
    Set<Binary> binaries = new HashSet<>();
    for (String value : values) {
      binaries.add(Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8)));
    }
    return binaries;
  }

  /** Columns are read by themselves: nothing is converted. */
  private static final class Unread extends GroupConverter {
    @Override
    public Converter getConverter(int index) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
