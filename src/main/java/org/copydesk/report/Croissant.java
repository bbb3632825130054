package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Tables;
import org.copydesk.table.Column;
import org.copydesk.table.Table;
import org.copydesk.text.SnakeJson;

/**
 * {@code croissant.json}: the generation in the words of Croissant 1.1 (MLCommons, 2026), so that
 * loaders and catalogues read it: its files with checksums, a record set a table, and which build
 * made it of what (PROV-O).
 */
final class Croissant {
  static final String NAME = "croissant.json";

  private static final String PARQUET = "application/vnd.apache.parquet";

  private static final String[][] TERMS = {
    {"@language", "en"},
    {"@vocab", "https://schema.org/"},
    {"sc", "https://schema.org/"},
    {"cr", "http://mlcommons.org/croissant/"},
    {"rai", "http://mlcommons.org/croissant/RAI/"},
    {"dct", "http://purl.org/dc/terms/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"conformsTo", "dct:conformsTo"},
    {"citeAs", "cr:citeAs"},
    {"isLiveDataset", "cr:isLiveDataset"},
    {"recordSet", "cr:recordSet"},
    {"field", "cr:field"},
    {"subField", "cr:subField"},
    {"isArray", "cr:isArray"},
    {"arrayShape", "cr:arrayShape"},
    {"source", "cr:source"},
    {"extract", "cr:extract"},
    {"column", "cr:column"},
    {"fileObject", "cr:fileObject"},
    {"fileSet", "cr:fileSet"},
    {"includes", "cr:includes"},
    {"containedIn", "cr:containedIn"},
    {"key", "cr:key"},
  };

  private Croissant() {}

  /**
   * @param licence as the Hub names it
   * @param languages codes, the most frequent first
   */
  static String of(JsonNode manifest, String licence, List<String> languages) {
    List<CroissantNode> distribution = new ArrayList<>();
    List<CroissantNode.RecordSet> recordSets = new ArrayList<>();
    for (Table<?> table : Tables.ALL) {
      if (manifest.path("digests").has(table.name())) {
        addFiles(distribution, manifest, table);
        recordSets.add(CroissantNode.RecordSet.of(table.name(), fields(table)));
      }
    }
    String id = manifest.path("build_id").asText();
    return SnakeJson.pretty(
            new CroissantNode.Dataset(
                context(),
                "sc:Dataset",
                "http://mlcommons.org/croissant/1.1",
                "news-corpus-" + id,
                "News articles, each kept once, and the teasers of the pages they stood on; made"
                    + " from "
                    + manifest.path("counts").path("records").asLong()
                    + " records of crawled pages. README.md beside this file tells what the tables"
                    + " hold.",
                "./",
                licence.equals("other") ? "README.md" : licence,
                "1.0.0",
                true,
                manifest.path("finished_at").asText(),
                agent("sc:SoftwareApplication", manifest),
                languages,
                List.of("news", "deduplicated"),
                derivedFrom(manifest),
                activity(id, manifest),
                distribution,
                recordSets))
        + "\n";
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    for (String[] term : TERMS) {
      context.put(term[0], term[1]);
    }
    context.put("dataType", new CroissantNode.Term("cr:dataType", "@vocab"));
    return context;
  }

  private static CroissantNode.Agent agent(String type, JsonNode manifest) {
    return new CroissantNode.Agent(type, "Copydesk", manifest.path("version").asText());
  }

  private static List<CroissantNode.Entity> derivedFrom(JsonNode manifest) {
    List<CroissantNode.Entity> from = new ArrayList<>();
    for (JsonNode input : manifest.path("inputs").path("patterns")) {
      from.add(new CroissantNode.Entity("prov:Entity", input.asText()));
    }
    return from;
  }

  private static CroissantNode.Activity activity(String id, JsonNode manifest) {
    return new CroissantNode.Activity(
        "prov:Activity",
        "build-" + id,
        manifest.path("started_at").asText(),
        manifest.path("finished_at").asText(),
        "Settings by hash " + manifest.path("params_hash").asText(),
        agent("prov:SoftwareAgent", manifest));
  }

  /** Files of a table, and the set of them all. */
  private static void addFiles(
      List<CroissantNode> distribution, JsonNode manifest, Table<?> table) {
    List<CroissantNode.Ref> containers = new ArrayList<>();
    for (JsonNode file : manifest.path("files")) {
      String path = file.path("path").asText();
      if (path.startsWith(table.name() + "/")) {
        distribution.add(
            new CroissantNode.FileObject(
                "cr:FileObject",
                path,
                path.substring(path.lastIndexOf('/') + 1),
                path,
                file.path("bytes").asLong() + " B",
                PARQUET,
                file.path("sha256").asText()));
        containers.add(new CroissantNode.Ref(path));
      }
    }
    distribution.add(
        new CroissantNode.FileSet(
            "cr:FileSet",
            table.name() + "-files",
            containers,
            PARQUET,
            table.name() + "/*.parquet"));
  }

  private static List<CroissantNode.Field> fields(Table<?> table) {
    return table.columns().stream()
        .map(
            column -> {
              CroissantNode.Source source =
                  CroissantNode.Source.of(table.name() + "-files", column.name());
              return field(table.name() + "/" + column.name(), column, source);
            })
        .toList();
  }

  /**
   * @param source where its values are read; null for a part of another
   */
  private static CroissantNode.Field field(String id, Column column, CroissantNode.Source source) {
    boolean isList = column.type() instanceof Column.ListOf;
    Column.Type type = column.type() instanceof Column.ListOf list ? list.element() : column.type();
    return new CroissantNode.Field(
        "cr:Field",
        id,
        column.name(),
        column.meaning(),
        isList ? true : null,
        isList ? "-1" : null,
        type instanceof Column.Scalar scalar ? dataType(scalar) : null,
        type instanceof Column.Struct struct
            ? struct.fields().stream()
                .map(part -> field(id + "/" + part.name(), part, null))
                .toList()
            : null,
        source);
  }

  private static String dataType(Column.Scalar scalar) {
    return switch (scalar) {
      case TEXT -> "sc:Text";
      case LONG -> "cr:Int64";
      case DOUBLE -> "cr:Float64";
      case BOOLEAN -> "sc:Boolean";
      case TIMESTAMP -> "sc:DateTime";
    };
  }
}
