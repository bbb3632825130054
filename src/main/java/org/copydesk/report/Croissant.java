package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.copydesk.corpus.Tables;
import org.copydesk.table.Column;
import org.copydesk.table.Table;

/**
 * {@code croissant.json}: the generation in the words of Croissant 1.1 (MLCommons, 2026), so that
 * loaders and catalogues read it: its files with checksums, a record set a table, and which build
 * made it of what (PROV-O).
 */
final class Croissant {
  static final String NAME = "croissant.json";

  private static final String PARQUET = "application/vnd.apache.parquet";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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
  static String of(JsonNode manifest, String licence, List<String> languages) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode context = root.putObject("@context");
    for (String[] term : TERMS) {
      context.put(term[0], term[1]);
    }
    context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
    String id = manifest.path("build_id").asText();
    root.put("@type", "sc:Dataset");
    root.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    root.put("name", "news-corpus-" + id);
    root.put(
        "description",
        "News articles, each kept once, and the teasers of the pages they stood on; made from "
            + manifest.path("counts").path("records").asLong()
            + " records of crawled pages. README.md beside this file tells what the tables hold.");
    root.put("url", "./");
    root.put("license", licence.equals("other") ? "README.md" : licence);
    root.put("version", "1.0.0");
    root.put("isLiveDataset", true);
    root.put("datePublished", manifest.path("finished_at").asText());
    root.putObject("creator")
        .put("@type", "sc:SoftwareApplication")
        .put("name", "Copydesk")
        .put("softwareVersion", manifest.path("version").asText());
    if (!languages.isEmpty()) {
      languages.forEach(root.putArray("inLanguage")::add);
    }
    root.putArray("keywords").add("news").add("deduplicated");
    provenance(root, manifest);
    ArrayNode distribution = root.putArray("distribution");
    ArrayNode recordSets = root.putArray("recordSet");
    for (Table<?> table : Tables.ALL) {
      if (manifest.path("digests").has(table.name())) {
        files(distribution, manifest, table);
        recordSet(recordSets.addObject(), table);
      }
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void provenance(ObjectNode root, JsonNode manifest) {
    ArrayNode from = root.putArray("prov:wasDerivedFrom");
    for (JsonNode input : manifest.path("inputs").path("patterns")) {
      from.addObject().put("@type", "prov:Entity").put("prov:label", input.asText());
    }
    ObjectNode activity = root.putObject("prov:wasGeneratedBy");
    activity.put("@type", "prov:Activity");
    activity.put("@id", "build-" + manifest.path("build_id").asText());
    activity.put("prov:startedAtTime", manifest.path("started_at").asText());
    activity.put("prov:endedAtTime", manifest.path("finished_at").asText());
    activity.put("description", "Settings by hash " + manifest.path("params_hash").asText());
    ObjectNode agent = activity.putObject("prov:wasAssociatedWith");
    agent.put("@type", "prov:SoftwareAgent").put("name", "Copydesk");
    agent.put("softwareVersion", manifest.path("version").asText());
  }

  private static void files(ArrayNode distribution, JsonNode manifest, Table<?> table) {
    ArrayNode containers = JSON.createArrayNode();
    for (JsonNode file : manifest.path("files")) {
      String path = file.path("path").asText();
      if (path.startsWith(table.name() + "/")) {
        ObjectNode node = distribution.addObject();
        node.put("@type", "cr:FileObject").put("@id", path);
        node.put("name", path.substring(path.lastIndexOf('/') + 1));
        node.put("contentUrl", path);
        node.put("contentSize", file.path("bytes").asLong() + " B");
        node.put("encodingFormat", PARQUET);
        node.put("sha256", file.path("sha256").asText());
        containers.addObject().put("@id", path);
      }
    }
    ObjectNode set = distribution.addObject();
    set.put("@type", "cr:FileSet").put("@id", table.name() + "-files");
    set.set("containedIn", containers);
    set.put("encodingFormat", PARQUET).put("includes", table.name() + "/*.parquet");
  }

  private static void recordSet(ObjectNode set, Table<?> table) {
    set.put("@type", "cr:RecordSet").put("@id", table.name()).put("name", table.name());
    ArrayNode fields = set.putArray("field");
    for (Column column : table.columns()) {
      String id = table.name() + "/" + column.name();
      ObjectNode field = field(fields.addObject(), id, column);
      ObjectNode source = field.putObject("source");
      source.putObject("fileSet").put("@id", table.name() + "-files");
      source.putObject("extract").put("column", column.name());
    }
  }

  private static ObjectNode field(ObjectNode field, String id, Column column) {
    field.put("@type", "cr:Field").put("@id", id).put("name", column.name());
    if (column.meaning() != null) {
      field.put("description", column.meaning());
    }
    Column.Type type = column.type();
    if (type instanceof Column.ListOf list) {
      field.put("isArray", true).put("arrayShape", "-1");
      type = list.element();
    }
    if (type instanceof Column.Scalar scalar) {
      field.put("dataType", dataType(scalar));
    } else if (type instanceof Column.Struct struct) {
      ArrayNode parts = field.putArray("subField");
      for (Column part : struct.fields()) {
        field(parts.addObject(), id + "/" + part.name(), part);
      }
    }
    return field;
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
