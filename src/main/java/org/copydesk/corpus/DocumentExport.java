package org.copydesk.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copydesk.row.ArticleRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;

/**
 * Writes a generation's articles once more as JSON Lines in the shape of dolma's documents, a part
 * of {@code documents/} for each part of {@code articles/}, in the same order: {@code {"id":…,
 * "text":…,"source":"copydesk","added":…,"created":…,"metadata":{…}}}. {@code created} is the
 * publication time and is left out where that is not known, as is every other null; {@code
 * metadata} holds the other columns. Memory: a row group and a compression window a worker.
 */
public final class DocumentExport {
  /** Folder of the parts. */
  public static final String FOLDER = "documents";

  private static final String SOURCE = "copydesk";
  private static final int LEVEL = 3;
  private static final Set<String> OUTSIDE = Set.of("id", "text", "published_at");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Storage generation;
  private final String added;

  private DocumentExport(Storage generation, Instant added) {
    this.generation = generation;
    this.added = added.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * Writes the parts and adds them to the files of the manifest.
   *
   * @param added when the documents were added to the corpus; from the clock
   * @param workers parts written at a time
   */
  public static void write(Storage generation, Instant added, int workers)
      throws IOException, Failure {
    DocumentExport export = new DocumentExport(generation, added);
    List<String> articles = TableScan.parts(generation, Tables.ARTICLES);
    List<GenerationFile> files = new ArrayList<>();
    InOrder.run(workers, articles.size(), i -> export.part(articles.get((int) i)), files::add);
    Manifest.read(generation).withFiles(files).write(generation);
  }

  /** Whether a generation has the export. */
  public static boolean isIn(Storage generation) throws IOException {
    return !generation.list(FOLDER).isEmpty();
  }

  private GenerationFile part(String articles) throws IOException {
    String name =
        FOLDER
            + articles.substring(articles.indexOf('/'), articles.length() - ".parquet".length())
            + ".jsonl.zst";
    long rows = 0;
    try (var reader = new PartReader<>(Tables.ARTICLES, generation, articles);
        ZstdOutputStream out =
            new ZstdOutputStream(new BufferedOutputStream(generation.create(name)), LEVEL);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      out.setChecksum(true);
      json.setRootValueSeparator(null);
      for (ArticleRow row = reader.next(); row != null; row = reader.next()) {
        document(json, row);
        json.writeRaw('\n');
        rows++;
      }
    }
    long bytes = generation.bytes(name);
    return new GenerationFile(name, rows, bytes, Sha256.of(generation, name, bytes));
  }

  private void document(JsonGenerator json, ArticleRow row) throws IOException {
    json.writeStartObject();
    if (row.id() != null) {
      json.writeStringField("id", row.id());
    }
    if (row.text() != null) {
      json.writeStringField("text", row.text());
    }
    json.writeStringField("source", SOURCE);
    json.writeStringField("added", added);
    if (row.publishedAt() != null) {
      json.writeStringField("created", row.publishedAt().toString());
    }
    json.writeObjectFieldStart("metadata");
    fields(json, Tables.ARTICLES.row(), row, OUTSIDE);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static <T> void fields(JsonGenerator json, Fields<T> fields, T of, Set<String> without)
      throws IOException {
    for (int i = 0; i < fields.columns().size(); i++) {
      Column column = fields.columns().get(i);
      Object value = fields.value(of, i);
      if (value == null || without.contains(column.name())) {
        continue;
      }
      json.writeFieldName(column.name());
      if (column.words() == Column.Words.JSON) {
        // What the input carried is JSON already; read, so that a line stays a line.
        json.writeRawValue(JSON.readTree((String) value).toString());
      } else {
        value(json, column.type(), value);
      }
    }
  }

  private static void value(JsonGenerator json, Column.Type type, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (type instanceof Column.ListOf list) {
      json.writeStartArray();
      for (Object element : (List<?>) value) {
        value(json, list.element(), element);
      }
      json.writeEndArray();
    } else if (type instanceof Column.Struct struct) {
      json.writeStartObject();
      fields(json, struct.ofValue(), value, Set.of());
      json.writeEndObject();
    } else {
      switch ((Column.Scalar) type) {
        case TEXT -> json.writeString((String) value);
        case LONG -> json.writeNumber((Long) value);
        case DOUBLE -> json.writeNumber((Double) value);
        case BOOLEAN -> json.writeBoolean((Boolean) value);
        case TIMESTAMP -> json.writeString(time((Long) value));
      }
    }
  }

  private static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
