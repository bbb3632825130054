package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.endtoend.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words from data never name a file and never end a build. */
class HostileValuesTest {
  /** Escaped, because half a surrogate pair has no bytes. */
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

  /** Hostile values a record, at least. */
  private static final int OF_A_RECORD = 5;

  private static final String[] CORES = {
    "../../../evil",
    "/etc/passwd",
    "..\\..\\evil",
    "a/b/c",
    ".",
    "..",
    "~root",
    "-rf",
    "\0",
    "a\0b",
    "CON",
    "aux.txt",
    "evil\r\nX: y",
    "\u001b[2J",
    "\u202Egpj.exe",
    "\uFEFF",
    "\u0130I\u0131i",
    "%2e%2e%2f",
    "$(touch evil)",
    "`touch evil`",
    "'; drop table articles; --",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{{7*7}}",
    "${HOME}",
    "topic=x/lang=y",
    "\uD83D\uDE00",
    "\uD800",
    "Straße",
    "STRASSE",
    "\u0000\u0001\u007f\u0085\u2028",
    "file:///etc/passwd",
    "http://[::1",
    "http://a b/c",
    "javascript:alert(1)"
  };

  @TempDir Path folder;

  private static String value(Random random) {
    String core = CORES[random.nextInt(CORES.length)];
    return switch (random.nextInt(5)) {
      case 0 -> core.repeat(1 + random.nextInt(4));
      case 1 -> core + "x".repeat(300);
      case 2 -> random.nextInt(1000) + core;
      case 3 -> core + CORES[random.nextInt(CORES.length)];
      default -> random.nextBoolean() ? core.toUpperCase(java.util.Locale.ROOT) : core;
    };
  }

  @Test
  void hostileValuesStayWhereTheyBelong() throws IOException {
    values(1500);
  }

  @Test
  @Tag("faults")
  void tenThousandHostileValuesStayWhereTheyBelong() throws IOException {
    values(10_000);
  }

  private void values(int count) throws IOException {
    Random random = new Random(11);
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    String body =
        "The council met on Monday to vote on the new bridge. It will open in spring. ".repeat(3);
    try (BufferedWriter out = Files.newBufferedWriter(dumps.resolve("hostile.jsonl"))) {
      for (int i = 0; i < count / OF_A_RECORD; i++) {
        ObjectNode record = JSON.createObjectNode();
        String host = random.nextBoolean() ? value(random) : "host" + i + ".test";
        record.put("url", "https://" + host + "/" + value(random));
        record.put("title", value(random));
        record.put("text", body + i + ". " + body.substring(random.nextInt(60)));
        record.put("id", value(random));
        record.put("date", value(random));
        record.put("topic", value(random));
        record.put("language", value(random));
        record.put("site", value(random));
        record.set("nested", JSON.createObjectNode().put(value(random), value(random)));
        out.write(JSON.writeValueAsString(record));
        out.newLine();
      }
    }
    buildAndLook(dumps, "--segment=false", "--topics=false");
  }

  @Test
  void hostileFileNamesAreReadAsFarAsTheFileSystemTakesThem() throws IOException {
    names(60, 20);
  }

  @Test
  @Tag("faults")
  void manyHostileFileNamesAreReadAsFarAsTheFileSystemTakesThem() throws IOException {
    names(400, 50);
  }

  private void names(int count, int least) throws IOException {
    Random random = new Random(12);
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    byte[] page = Files.readAllBytes(Path.of("testdata/dumps/tri-county-post/0001.txt"));
    int made = 0;
    for (int i = 0; i < count; i++) {
      String name = value(random).replace('/', i % 2 == 0 ? '\u2215' : '_');
      try {
        Files.write(dumps.resolve(name + ".txt"), page);
        made++;
      } catch (IOException | InvalidPathException e) {
        // not a name here
      }
    }
    for (String bytes : new String[] {"%FF", "%C3%28", "%E2%82", "%F0%28%8C%BC", "%80%81"}) {
      try {
        Files.write(Path.of(URI.create(dumps.toUri() + "bytes" + bytes + ".txt")), page);
        made++;
      } catch (IOException e) {
        // this file system wants characters
      }
    }
    assertThat("names the file system takes", made > least, is(true));
    buildAndLook(dumps, "--topics=false");
    long seen;
    try (Stream<Path> files = Files.list(dumps)) {
      seen = files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
    }
    Corpus corpus = Corpus.published(folder.resolve("out"));
    assertThat(corpus.value("select count(*) from {ledger} where status = 'ok'"), is(seen));
  }

  private void buildAndLook(Path dumps, String... more) throws IOException {
    Path output = folder.resolve("out");
    List<String> before = outside(output);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("build", dumps.toString(), "-o", output.toString(), "--spans=true"));
    arguments.addAll(List.of(more));
    assertThat(Commands.run(arguments.toArray(String[]::new)), is(0));
    assertThat(Commands.run("verify", output.toString()), is(0));
    assertThat("files outside the output", outside(output), is(before));
    assertThat("names from data", unknownNames(output), is(empty()));
    String report =
        Files.readString(
            output
                .resolve("generations")
                .resolve(TwoNights.current(output))
                .resolve("manifest.json"),
            StandardCharsets.UTF_8);
    assertThat("control characters in the manifest", report.indexOf('\u001b') < 0, is(true));
  }

  private List<String> outside(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.startsWith(output)).map(Path::toString).sorted().toList();
    }
  }

  /** Names in the output that are not of its layout. */
  private static TreeSet<String> unknownNames(Path output) throws IOException {
    TreeSet<String> unknown = new TreeSet<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path path : all.toList()) {
        String name = output.relativize(path).toString();
        String rest = name.replaceFirst("^generations/\\d{8}-\\d{6}-[0-9a-f]{6}(/|$)", "");
        boolean isKnown =
            rest.isEmpty()
                || rest.matches("[a-z_]+(/part-\\d{5,9}\\.parquet)?")
                || rest.matches(
                    "(manifest|summary|drift|croissant|training-summary)\\.json|metrics\\.prom")
                || rest.matches("report\\.html|README\\.md|index\\.html")
                || rest.matches(
                    "CURRENT|current|generations|\\.lock|\\.published(/\\d{12}(\\.done)?)?");
        if (!isKnown) {
          unknown.add(name);
        }
      }
    }
    return unknown;
  }
}
