package org.copydesk.corpus;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
          "again");

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
  }

  private final JsonNode root;

  private Manifest(JsonNode root) {
    this.root = root;
  }

  static Manifest of(Build build, BuildResults results, GenerationAudit audit, List<Check> checks) {
    ObjectNode root = JSON.createObjectNode();
    root.put("build_id", build.buildId());
    root.put("schema_version", Tables.SCHEMA_VERSION);
    root.put("version", build.version());
    ObjectNode algorithms = root.putObject("algorithms");
    Algorithms.versions().forEach(algorithms::put);
    Map<String, Object> definition = Secrets.mask(build.definition());
    root.set("definition", JSON.valueToTree(definition));
    root.put("params_hash", paramsHash(root));
    root.put("runner", build.runner());
    root.put("started_at", build.startedAt().toString());
    root.put("finished_at", build.finishedAt().toString());
    ArrayNode stages = root.putArray("stages");
    for (StageTally stage : results.stages()) {
      ObjectNode node = stages.addObject();
      node.put("name", stage.stage());
      node.put("records_in", stage.recordsIn()).put("bytes_in", stage.bytesIn());
      node.put("records_out", stage.recordsOut()).put("bytes_out", stage.bytesOut());
      node.put("cpu_seconds", stage.cpuNanos() / 1e9).put("wall_seconds", stage.wallNanos() / 1e9);
    }
    ObjectNode inputs = root.putObject("inputs");
    ArrayNode patterns = inputs.putArray("patterns");
    build.inputs().forEach(input -> patterns.add(Secrets.mask(input)));
    inputs.put("files", build.files()).put("bytes", build.bytes());
    ObjectNode counts = root.putObject("counts");
    counts.put("records", audit.records());
    counts.put("articles_segmented", audit.articlesSegmented());
    counts.put("teasers_seen", audit.occurrences());
    for (Table<?> table : Tables.ALL) {
      counts.put(table.name(), audit.rows().getOrDefault(table.name(), 0L));
    }
    CapTally.write(results.caps(), root.putObject("forgotten"));
    ArrayNode checkNodes = root.putArray("checks");
    for (Check check : checks) {
      ObjectNode node = checkNodes.addObject();
      node.put("name", check.name()).put("left", check.left()).put("right", check.right());
      node.put("holds", check.holds());
    }
    ObjectNode digestNodes = root.putObject("digests");
    audit.digests().forEach((table, digest) -> digestNodes.put(table, digest.hex()));
    ObjectNode sides = root.putObject("side_files");
    results.sides().forEach((name, sha256) -> sides.put(name.replace('-', '_'), sha256));
    ArrayNode files = root.putArray("files");
    audit.files().forEach(file -> addTo(files, file));
    return new Manifest(root);
  }

  /** A hash of the settings that can change a result: not how many workers or which runner. */
  private static String paramsHash(JsonNode root) {
    TreeMap<String, Object> params =
        new TreeMap<>(JSON.convertValue(root.path("definition"), SETTINGS));
    NO_PARAMS.forEach(params::remove);
    return ContentHash.of(params.toString(), texts(root.path("algorithms")).toString()).hex();
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
    boolean isObject = root.path("definition").isObject();
    return Check.of(
        "params_hash = hash of definition and algorithms",
        root.path("params_hash").asText(),
        isObject ? paramsHash(root) : "no definition");
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
    more.forEach(file -> addTo(changed.withArray("/files"), file));
    return new Manifest(changed);
  }

  private static void addTo(ArrayNode files, GenerationFile file) {
    ObjectNode node = files.addObject();
    node.put("path", file.path()).put("rows", file.rows());
    node.put("bytes", file.bytes()).put("sha256", file.sha256());
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
