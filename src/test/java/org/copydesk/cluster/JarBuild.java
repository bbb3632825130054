package org.copydesk.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.corpus.Manifest;
import org.copydesk.storage.Storage;

/** A command of the jar in a process of its own, and what it left. */
final class JarBuild {
  static final Path JAR = Path.of("target", "copydesk.jar");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path output;
  private final Path words;
  private final Process process;

  private JarBuild(Path output, Path words, Process process) {
    this.output = output;
    this.words = words;
    this.process = process;
  }

  static JarBuild start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("-Xmx1g", "-jar", JAR.toString(), "build"));
    command.addAll(List.of("-o", output.toString()));
    command.addAll(List.of(arguments));
    return java(output, Map.of(), command);
  }

  static JarBuild java(Path output, Map<String, String> environment, List<String> arguments)
      throws IOException {
    Path words = Files.createTempFile("cluster-build-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
    builder.environment().putAll(environment);
    return new JarBuild(output, words, builder.start());
  }

  int end() throws InterruptedException {
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a build does not end: " + words());
    }
    return process.exitValue();
  }

  /** kill -9, of the child that does the work too. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  String words() {
    try {
      return Files.readString(words);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The newest generation, published or not; null before there is one. */
  Path generation() throws IOException {
    Path all = output.resolve("generations");
    if (!Files.isDirectory(all)) {
      return null;
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders.max(java.util.Comparator.naturalOrder()).orElse(null);
    }
  }

  /** How many files of the work folder have a name that begins so. */
  boolean hasWork(String folder, String prefix) throws IOException {
    Path generation = generation();
    Path work = generation == null ? null : generation.resolve(".work").resolve(folder);
    if (work == null || !Files.isDirectory(work)) {
      return false;
    }
    try (Stream<Path> files = Files.list(work)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
    }
  }

  /** Digests of what is published. */
  Map<String, String> digests() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    JsonNode manifest = JSON.readTree(published().resolve("manifest.json").toFile());
    manifest
        .path("digests")
        .fields()
        .forEachRemaining(each -> digests.put(each.getKey(), each.getValue().asText()));
    return digests;
  }

  Path published() throws IOException {
    String name = Files.readString(output.resolve("CURRENT")).strip();
    return output.resolve("generations").resolve(name);
  }

  /** The published parts the manifest does not list: none unless an attempt left some. */
  TreeSet<String> leftovers() throws Exception {
    Storage generation = Storage.local(published());
    TreeSet<String> files = new TreeSet<>(generation.files());
    Manifest.read(generation);
    JsonNode manifest = JSON.readTree(published().resolve("manifest.json").toFile());
    manifest.path("files").forEach(file -> files.remove(file.path("path").asText()));
    files.removeIf(name -> !name.endsWith(".parquet") && !name.startsWith(".work"));
    return files;
  }

  /** How often something was published. */
  long publications() throws IOException {
    try (Stream<Path> claims = Files.list(output.resolve(".published"))) {
      return claims.filter(file -> file.getFileName().toString().matches("\\d{12}")).count();
    }
  }
}
