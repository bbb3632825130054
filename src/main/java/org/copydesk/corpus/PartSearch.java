package org.copydesk.corpus;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.copydesk.storage.Storage;

/**
 * Finds rows of a Parquet part by values of their columns. Only these columns are decoded, no row
 * and no string is made, and row groups that cannot have a value, by their bounds or dictionaries,
 * are not read. Memory: these columns of one row group.
 */
public final class PartSearch {
  private PartSearch() {}

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
  public static LongStream rows(Storage generation, String part, List<Wanted> wanted)
      throws IOException {
    List<Wanted> some = wanted.stream().filter(each -> !each.isNone()).toList();
    if (some.isEmpty()) {
      return LongStream.empty();
    }
    FilterPredicate filter = some.stream().map(Wanted::filter).reduce(FilterApi::or).orElseThrow();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .withRecordFilter(FilterCompat.get(filter))
            .build();
    LongStream.Builder found = LongStream.builder();
    try (SeekableByteChannel channel = generation.openSeekable(part);
        ParquetFileReader file = new ParquetFileReader(new ChannelFile(channel), options)) {
      MessageType asked = asked(file.getFileMetaData().getSchema(), some);
      String created = file.getFileMetaData().getCreatedBy();
      file.setRequestedSchema(asked);
      for (BlockMetaData group : List.copyOf(file.getRowGroups())) {
        Group read = new Group(file.readNextRowGroup(), asked, created);
        BitSet hits = hits(some, read);
        hits.stream().forEach(row -> found.add(group.getRowIndexOffset() + row));
      }
    } catch (RuntimeException e) {
      // Parquet's reader throws what its decoders throw at bytes that are none of its own.
      throw new IOException("cannot read " + generation.location(part) + ": " + e.getMessage(), e);
    }
    return found.build();
  }

  private static MessageType asked(MessageType written, List<Wanted> wanted) {
    Set<String> names = new LinkedHashSet<>();
    wanted.forEach(each -> names.addAll(each.columns()));
    List<Type> there = new ArrayList<>();
    for (String name : names) {
      if (written.containsField(name)) {
        there.add(written.getType(name));
      }
    }
    return new MessageType(written.getName(), there);
  }

  private record Group(PageReadStore pages, MessageType schema, String createdBy) {
    ColumnReader column(String name) {
      return new ColumnReadStoreImpl(pages, new Unread(), schema, createdBy)
          .getColumnReader(schema.getColumnDescription(new String[] {name}));
    }
  }

  private static BitSet hits(List<Wanted> wanted, Group group) {
    BitSet[] hits = new BitSet[wanted.size()];
    Arrays.setAll(hits, i -> new BitSet());
    Arrays.stream(hits).forEach(each -> each.set(0, Math.toIntExact(group.pages().getRowCount())));
    Set<String> columns = new LinkedHashSet<>();
    wanted.forEach(each -> columns.addAll(each.columns()));
    for (String column : columns) {
      List<BitSet> with = with(column, wanted, group);
      for (int i = 0; i < hits.length; i++) {
        if (wanted.get(i).columns().contains(column)) {
          hits[i].and(with.get(i));
        }
      }
    }
    BitSet any = new BitSet();
    Arrays.stream(hits).forEach(any::or);
    return any;
  }

  /** Reads a column once; rows that have a value of each of {@code wanted}, in their order. */
  private static List<BitSet> with(String column, List<Wanted> wanted, Group group) {
    List<BitSet> with = new ArrayList<>();
    List<Set<?>> values = new ArrayList<>();
    boolean isText = false;
    for (Wanted each : wanted) {
      isText |= each.texts().containsKey(column);
      Set<String> texts = each.texts().getOrDefault(column, Set.of());
      Set<Long> numbers = each.numbers().getOrDefault(column, Set.of());
      values.add(texts.isEmpty() ? numbers : binaries(texts));
      with.add(new BitSet());
    }
    if (!group.schema().containsField(column)) {
      return with;
    }
    ColumnReader reader = group.column(column);
    long rows = group.pages().getRowCount();
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (int row = 0; row < rows; row++) {
      if (reader.getCurrentDefinitionLevel() == present) {
        Object value = isText ? reader.getBinary() : (Object) reader.getLong();
        for (int i = 0; i < with.size(); i++) {
          if (values.get(i).contains(value)) {
            with.get(i).set(row);
          }
        }
      }
      reader.consume();
    }
    return with;
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
