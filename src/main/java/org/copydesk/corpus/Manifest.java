package org.copydesk.corpus;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;
import org.copydesk.text.SnakeJson;

/** Writes and reads {@code manifest.json}. */
public final class Manifest {
  static final String NAME = "manifest.json";

  /** Field that tells whether the others are as they were written. */
  private static final String HASH = "manifest_hash";

  /** Settings that change no result. */
  private static final List<String> NO_PARAMS =
      List.of(
          "input",
          "output",
          "format",
          "runner",
          "parallelism",
          "incremental",
          "new-epoch",
          "epoch-of",
          "prove",
          "again",
          "erase",
          "recheck");

  private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What is known of a build before and after it ran.
   *
   * @param buildId name of the generation
   * @param version of the program
   * @param definition resolved settings, by name
   * @param runner direct or flink
   * @param startedAt from the clock
   * @param finishedAt from the clock
   * @param inputs as given
   * @param files files matched
   * @param bytes their bytes
   */
  public record Build(
      String buildId,
      String version,
      Map<String, Object> definition,
      String runner,
      Instant startedAt,
      Instant finishedAt,
      List<String> inputs,
      long files,
      long bytes) {

    /** The same at its end. */
    public Build finishedAt(Instant end) {
      return new Build(buildId, version, definition, runner, startedAt, end, inputs, files, bytes);
    }

    /** The same without secrets in its settings. */
    private Build masked() {
      Map<String, Object> masked = Secrets.mask(definition);
      return new Build(
          buildId, version, masked, runner, startedAt, finishedAt, inputs, files, bytes);
    }
  }

  private final JsonNode root;

  private Manifest(JsonNode root) {
    this.root = root;
  }

  static Manifest of(Build build, BuildResults results, GenerationAudit audit, List<Check> checks) {
    Build masked = build.masked();
    JsonNode definition = SnakeJson.tree(masked.definition());
    String hash = paramsHash(definition, Algorithms.versions());
    return new Manifest(SnakeJson.tree(ManifestFields.of(masked, hash, results, audit, checks)));
  }

  /** A hash of the settings that can change a result: not how many workers or which runner. */
  private static String paramsHash(JsonNode definition, Map<String, String> algorithms) {
    TreeMap<String, Object> params = new TreeMap<>(JSON.convertValue(definition, SETTINGS));
    NO_PARAMS.forEach(params::remove);
    return ContentHash.of(params.toString(), algorithms.toString()).hex();
  }

  void write(Storage generation) throws IOException {
    ObjectNode whole = JSON.readTree(JSON.writeValueAsString(root)).deepCopy();
    whole.put(HASH, hash(whole));
    generation.replaceText(NAME, JSON.writeValueAsString(whole) + "\n");
  }

  /** A hash of all that a manifest says besides its own hash. */
  private static String hash(ObjectNode root) {
    ObjectNode rest = root.deepCopy();
    rest.remove(HASH);
    return ContentHash.of(rest.toString()).hex();
  }

  /** Whether it says what it said when it was written; older ones have no hash to tell by. */
  Check asWritten() {
    String hash = hash((ObjectNode) root);
    return Check.of(
        "manifest hash = hash of the manifest",
        root.has(HASH) ? root.path(HASH).asText() : hash,
        hash);
  }

  /** The hash of the settings against the settings. */
  Check settings() {
    JsonNode definition = root.path("definition");
    return Check.of(
        "params_hash = hash of definition and algorithms",
        root.path("params_hash").asText(),
        definition.isObject() ? paramsHash(definition, algorithms()) : "no definition");
  }

  long schemaVersion() {
    return root.path("schema_version").asLong();
  }

  /** Bytes of the files the inputs matched. */
  long bytesMatched() {
    return root.path("inputs").path("bytes").asLong();
  }

  /** Tables that it counts rows of or has a digest of. */
  Set<String> tables() {
    TreeSet<String> tables = new TreeSet<>(digests().keySet());
    for (Table<?> table : Tables.ALL) {
      if (root.path("counts").has(table.name())) {
        tables.add(table.name());
      }
    }
    return tables;
  }

  /** Counts by their names. */
  public Map<String, String> counts() {
    return texts(root.path("counts"));
  }

  /** The checks as it states them. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (JsonNode check : root.path("checks")) {
      checks.add(
          new Check(
              check.path("name").asText(),
              check.path("left").asText(),
              check.path("right").asText()));
    }
    return checks;
  }

  /** Whether a generation has a manifest. */
  public static boolean isIn(Storage generation) throws IOException {
    return generation.exists(NAME);
  }

  /** Reads a generation's manifest. */
  public static Manifest read(Storage generation) throws IOException, Failure {
    String text = generation.readText(NAME);
    if (text == null) {
      throw new Failure(Failure.OTHER, "no " + NAME + " in " + generation);
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        throw new Failure(Failure.ACCOUNTING, NAME + " holds no object");
      }
      return new Manifest(root);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new Failure(Failure.ACCOUNTING, NAME + " cannot be read: " + e.getOriginalMessage());
    }
  }

  /** This manifest with more files than it lists. */
  Manifest withFiles(List<GenerationFile> more) {
    ObjectNode changed = root.deepCopy();
    more.forEach(file -> changed.withArray("/files").add(SnakeJson.<JsonNode>tree(file)));
    return new Manifest(changed);
  }

  /** Files as the manifest lists them. */
  List<GenerationFile> files() {
    List<GenerationFile> files = new ArrayList<>();
    for (JsonNode file : root.path("files")) {
      files.add(
          new GenerationFile(
              file.path("path").asText(),
              file.path("rows").asLong(),
              file.path("bytes").asLong(),
              file.path("sha256").asText()));
    }
    return files;
  }

  /** SHA-256 of the parts of tables by their names. */
  public TreeMap<String, String> partDigests() {
    TreeMap<String, String> parts = new TreeMap<>();
    for (GenerationFile file : files()) {
      if (file.path().endsWith(".parquet")) {
        parts.put(file.path(), file.sha256());
      }
    }
    return parts;
  }

  long filesMatched() {
    return root.path("inputs").path("files").asLong();
  }

  /** Digest of a table, hex; empty when the manifest has none. */
  public String digest(String table) {
    return root.path("digests").path(table).asText();
  }

  /** Digests by table, hex. */
  public Map<String, String> digests() {
    return texts(root.path("digests"));
  }

  /** Versions of the algorithms by name. */
  public Map<String, String> algorithms() {
    return texts(root.path("algorithms"));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  /** Names of the checks that did not hold when it was written. */
  public List<String> failedChecks() {
    List<String> failed = new ArrayList<>();
    for (JsonNode check : root.path("checks")) {
      if (!check.path("holds").asBoolean()) {
        failed.add(check.path("name").asText());
      }
    }
    return failed;
  }

  /** What caps left out; empty where the manifest is older than that figure. */
  public List<CapTally> forgotten() {
    return CapTally.read(root.path("forgotten"));
  }

  /** The manifest as JSON, for what is made of it. */
  public JsonNode json() {
    return root;
  }

  /** A count by its name, for example {@code articles}. */
  public long count(String name) {
    return root.path("counts").path(name).asLong();
  }
}
