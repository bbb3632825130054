package org.copydesk.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Sha256;

/**
 * Dumps that change from night to night by a seed: files come, go, get another name, lose or gain
 * records, and what stands on a list for removal grows. The inputs are named in another order each
 * night.
 */
final class SeededNights {
  /** Share of the files that are there in the first night. */
  private static final double AT_FIRST = .8;

  private final Path input;
  private final Path list;
  private final SplittableRandom random;
  private final TreeMap<String, byte[]> away = new TreeMap<>();
  private final TreeSet<String> there = new TreeSet<>();
  private final List<String> suppressed = new ArrayList<>();
  private int renamed;

  /**
   * @param pages generated, a third of each format
   */
  SeededNights(Path folder, long seed, int pages) throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    list = folder.resolve("suppressed");
    random = new SplittableRandom(seed);
    generate(folder, "text", seed, pages / 3);
    generate(folder, "jsonl", seed + 1, pages / 3, "--files-per-folder=15");
    generate(folder, "html.gz", seed + 2, pages / 3);
    for (String name : List.copyOf(away.keySet())) {
      if (random.nextDouble() < AT_FIRST) {
        add(name);
      }
    }
    suppress(List.of());
  }

  private void generate(Path folder, String format, long seed, int pages, String... more)
      throws IOException {
    Path made = folder.resolve("made-" + format);
    List<String> arguments =
        new ArrayList<>(
            List.of("generate", "-o", made.toString(), "--format=" + format, "--pages=" + pages));
    arguments.addAll(List.of("--seed=" + seed, "--no-truth", "--sites=6", "--copies=.25"));
    arguments.addAll(List.of(more));
    if (Commands.run(arguments.toArray(String[]::new)) != 0) {
      throw new AssertionError("nothing was generated: " + arguments);
    }
    Path dumps = made.resolve("dumps");
    try (Stream<Path> files = Files.walk(dumps)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        away.put(format + "/" + dumps.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  private void add(String name) throws IOException {
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, away.remove(name));
    there.add(name);
  }

  private byte[] remove(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(input.resolve(name));
    Files.delete(input.resolve(name));
    there.remove(name);
    return bytes;
  }

  private String one(Iterable<String> names, int count) {
    int left = random.nextInt(count);
    for (String name : names) {
      if (left-- == 0) {
        return name;
      }
    }
    throw new IllegalStateException();
  }

  /**
   * Goes to the next night.
   *
   * @param addresses of articles that are published, in order; one of them may be taken down
   */
  void next(List<String> addresses) throws IOException {
    for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          if (!away.isEmpty()) {
            add(one(away.keySet(), away.size()));
          }
        }
        case 2 -> {
          String name = one(there, there.size());
          away.put(name, remove(name));
        }
        case 3 -> {
          String name = one(there, there.size());
          away.put(
              "text/renamed-" + renamed++ + name.substring(name.lastIndexOf('/') + 1),
              remove(name));
          add(away.lastKey());
        }
        case 4 -> change(one(there, there.size()));
        default -> {
          if (!addresses.isEmpty()) {
            suppress(List.of(addresses.get(random.nextInt(addresses.size()))));
          }
        }
      }
    }
  }

  /** Takes a record out of the middle of a file, or says something twice at its end. */
  private void change(String name) throws IOException {
    Path file = input.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (name.endsWith(".gz")) {
      // Members of gzip may follow each other.
      byte[] twice = new byte[bytes.length * 2];
      System.arraycopy(bytes, 0, twice, 0, bytes.length);
      System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
      Files.write(file, twice);
    } else if (lines.size() > 2) {
      lines.remove(random.nextInt(lines.size()));
      Files.write(file, lines);
    } else {
      Files.writeString(file, text + text);
    }
  }

  private void suppress(List<String> addresses) throws IOException {
    suppressed.addAll(addresses);
    Files.write(list, suppressed);
  }

  /** What a build of this night is told. */
  List<String> arguments() {
    List<String> folders = new ArrayList<>();
    for (String format : List.of("text", "jsonl", "html.gz")) {
      folders.add(random.nextInt(folders.size() + 1), input.resolve(format).toString());
    }
    folders.add("--suppress=" + list);
    return folders;
  }

  /**
   * The epoch of a generation with units of some kilobytes, as a folder for {@code --epoch-of}: a
   * test has not the megabytes of which a unit is made.
   */
  static Path smallUnits(Corpus corpus, Path folder) throws IOException {
    String epoch =
        Files.readString(corpus.generation().resolve("epoch"), StandardCharsets.ISO_8859_1)
            .replaceFirst("\"bytes\":\\d+,\"large\":\\d+", "\"bytes\":12000,\"large\":30000")
            .replaceFirst("\"files\":\\d+", "\"files\":3");
    byte[] bytes = epoch.getBytes(StandardCharsets.ISO_8859_1);
    ObjectMapper json = new ObjectMapper();
    JsonNode manifest = json.readTree(corpus.generation().resolve("manifest.json").toFile());
    ((ObjectNode) manifest.path("side_files")).put("epoch", Sha256.of(bytes));
    Files.createDirectories(folder);
    Files.write(folder.resolve("epoch"), bytes);
    json.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    return folder;
  }

  /** SHA-256 of the parts of a generation, by their names. */
  static Map<String, String> parts(Corpus corpus) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    Path generation = corpus.generation();
    try (Stream<Path> files = Files.walk(generation)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        parts.put(generation.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return parts;
  }
}
