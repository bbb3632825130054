package org.copydesk.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;
import org.copydesk.table.Table;

/** A generation in which every text of every table, and of the manifest, is one of given values. */
final class MadeGeneration {
  private final List<String> values;
  private int next;

  private MadeGeneration(List<String> values) {
    this.values = values;
  }

  static Storage of(List<String> values, Path folder) throws IOException {
    MadeGeneration made = new MadeGeneration(values);
    Storage generation = Storage.local(folder);
    for (Table<?> table : Tables.ALL) {
      made.write(table, generation);
    }
    Files.writeString(folder.resolve("manifest.json"), made.manifest());
    return generation;
  }

  private <R extends Record> void write(Table<R> table, Storage generation) throws IOException {
    try (PartWriter<R> writer =
        new PartWriter<>(table, generation.create(table.name() + "/part-00000.parquet"))) {
      for (int i = 0; i < values.size(); i++) {
        next = i;
        writer.write(row(table.row(), id(i)));
      }
    }
  }

  private <T> T row(Fields<T> fields, String id) {
    return fields.make(
        fields.columns().stream()
            .map(column -> isId(column.name()) ? id : value(column.type()))
            .toArray());
  }

  /** Ids come from our own hash; links between tables need them. */
  private static boolean isId(String column) {
    return column.equals("id")
        || column.equals("kept_id")
        || column.equals("article_id")
        || column.equals("teaser_id");
  }

  private static String id(int number) {
    return String.format("%032x", number);
  }

  private Object value(Column.Type type) {
    if (type instanceof Column.ListOf list) {
      return List.of(value(list.element()));
    }
    if (type instanceof Column.Struct struct) {
      return row(struct.made(), null);
    }
    return switch ((Column.Scalar) type) {
      case TEXT -> values.get(next++ % values.size());
      case LONG -> 3L;
      case DOUBLE -> 0.5;
      case BOOLEAN -> true;
      case TIMESTAMP -> 1_700_000_000_000_000L;
    };
  }

  private String manifest() throws IOException {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("build_id", values.get(0)).put("version", values.get(1)).put("runner", values.get(2));
    root.put("started_at", "2026-01-01T00:00:00Z").put("finished_at", "2026-01-01T00:01:00Z");
    for (String value : values) {
      root.withObject("/definition").put(value, value);
      root.withArray("/checks")
          .addObject()
          .put("name", value)
          .put("left", value)
          .put("right", value)
          .put("holds", false);
      root.withArray("/stages").addObject().put("name", value).put("cpu_seconds", 1.5);
    }
    return JsonMapper.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build()
        .writeValueAsString(root);
  }
}
