package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.copydesk.corpus.Algorithms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SmallInputTest {
  @TempDir Path folder;

  private String small;
  private String large;

  @BeforeEach
  void write() throws IOException {
    small = file("small.txt", 1000);
    large = file("large.txt", (int) SmallInput.MOST_BYTES + 1);
  }

  private String file(String name, int bytes) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file.toString();
  }

  @Test
  void itIsByItsBytesPackedOnesByATypicalRatio() throws IOException {
    assertThat(SmallInput.isAllOf("build", small, "-o", "out"), is(true));
    assertThat(SmallInput.isAllOf("build", small, large, "-o", "out"), is(false));
    assertThat(SmallInput.isAllOf("build", folder.toString(), "-o", "out"), is(false));
    String packed = file("packed.gz", (int) SmallInput.MOST_BYTES / 2);
    assertThat(SmallInput.isAllOf("build", packed), is(false));
  }

  @Test
  void theRatioIsThatOfTheFirstFilesByName() throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    Path packed = folder.resolve("in/a.gz");
    Files.createDirectories(packed.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(noise);
    }
    file("in/b.gz", (int) SmallInput.MOST_BYTES * 3 / 4);
    String input = packed.getParent().toString();
    assertThat(SmallInput.isAllOf("build", input, "-o", "out"), is(true));
    Files.delete(packed);
    assertThat(SmallInput.isAllOf("build", input, "-o", "out"), is(false));
  }

  @Test
  void whatIsLargerIsMiddlingBeforeItIsLarge() throws IOException {
    assertThat(SmallInput.isMiddlingOf("build", large, "-o", "out"), is(true));
    String packed = file("packed.gz", (int) (SmallInput.MIDDLING_BYTES / 4));
    assertThat(SmallInput.isMiddlingOf("build", packed), is(true));
    assertThat(SmallInput.isMiddlingOf("build", packed, small), is(false));
    assertThat(SmallInput.isMiddlingOf("evaluate", small), is(false));
  }

  @Test
  void aFewPagesAreForOneThread() throws IOException {
    String unit = file("unit.txt", (int) SmallInput.MOST_BYTES_OF_ONE);
    assertThat(SmallInput.isForOneThread(List.of(unit)), is(true));
    assertThat(SmallInput.isForOneThread(List.of(unit, small)), is(false));
    assertThat(SmallInput.isForOneThread(List.of(folder + "/*.txt")), is(false));
    assertThat(SmallInput.isForOneThread(List.of()), is(false));
  }

  @Test
  void theOutputIsNoInput() {
    assertThat(SmallInput.isAllOf("build", small, "-o", folder.toString()), is(true));
    assertThat(SmallInput.isAllOf("build", small, "--output=" + folder), is(true));
  }

  @Test
  void theInputOfADefinitionCountsWhereNoOtherIsGiven() throws IOException {
    Path definition = folder.resolve("d.yaml");
    Files.writeString(definition, "input: [" + small + "]\noutput: x\n");
    assertThat(SmallInput.isAllOf("build", "-f", definition.toString()), is(true));
    assertThat(SmallInput.isAllOf("build", large, "-f", definition.toString()), is(false));
    Files.writeString(definition, "input: " + large + "\n");
    assertThat(SmallInput.isAllOf("build", "-f", definition.toString()), is(false));
    Files.writeString(definition, "");
    assertThat(SmallInput.isAllOf("build", "-f", definition.toString()), is(false));
  }

  @Test
  void whatWasThereWhenANightBeganToGoOnCountsLess() throws IOException {
    Path output = Files.createDirectories(folder.resolve("out"));
    String[] night = {"build", large, "-o", output.toString(), "--incremental"};
    assertThat("nothing is published", SmallInput.isAllOf(night), is(false));
    Path current = Files.writeString(output.resolve("CURRENT"), "one\n");
    manifest(output, Algorithms.versions());
    FileTime published = Files.getLastModifiedTime(current);
    FileTime before = FileTime.from(published.toInstant().minusSeconds(60));
    FileTime since = FileTime.from(published.toInstant().plusSeconds(60));
    Files.setLastModifiedTime(Path.of(large), before);
    assertThat(SmallInput.isAllOf(night), is(true));
    assertThat(SmallInput.isAllOf("build", large, "--output=" + output, "--incremental"), is(true));
    assertThat(SmallInput.isAllOf("build", large, "-o", output.toString()), is(false));
    for (String all :
        List.of(
            "--new-epoch",
            "--prove",
            "--epoch-of=x",
            "--no-incremental",
            "--erase=list",
            "--again=rejects",
            "--recheck=50",
            "--decontaminate-action=remove")) {
      assertThat(
          all,
          SmallInput.isAllOf("build", large, "-o", output.toString(), "--incremental", all),
          is(false));
    }
    assertThat(
        "a little is checked each night",
        SmallInput.isAllOf("build", large, "-o", output.toString(), "--incremental", "--recheck=2"),
        is(true));
    String[] inTwoWords = {"--incremental", "--recheck", "2", "--keep-generations", "3"};
    List<String> words = new ArrayList<>(List.of("build", large, "-o", output.toString()));
    words.addAll(List.of(inTwoWords));
    assertThat("a value is no input", SmallInput.isAllOf(words.toArray(String[]::new)), is(true));
    words.set(words.indexOf("2"), "50");
    assertThat(SmallInput.isAllOf(words.toArray(String[]::new)), is(false));
    for (String name : Algorithms.versions().keySet()) {
      Map<String, String> older = new TreeMap<>(Algorithms.versions());
      older.put(name, "0");
      manifest(output, older);
      assertThat(
          "all is worked on after an upgrade of " + name, SmallInput.isAllOf(night), is(false));
    }
    manifest(output, Algorithms.versions());
    Path definition = folder.resolve("d.yaml");
    Files.writeString(
        definition, "input: " + large + "\noutput: " + output + "\nincremental: true\n");
    assertThat(SmallInput.isAllOf("build", "-f", definition.toString()), is(true));
    Files.setLastModifiedTime(Path.of(large), since);
    assertThat(SmallInput.isAllOf(night), is(false));
  }

  @Test
  void optionsWithAValueAreThoseOfTheCommand() {
    Set<String> lookedInto = Set.of("-f", "--definition", "-o", "--output");
    Set<String> valued = new TreeSet<>();
    for (OptionSpec option : new CommandLine(new BuildCommand()).getCommandSpec().options()) {
      if (option.arity().min() > 0) {
        valued.addAll(List.of(option.names()));
      }
    }
    valued.removeAll(lookedInto);
    valued.removeIf(name -> name.startsWith("--input"));
    assertThat(new TreeSet<>(SmallInput.VALUED), is(valued));
  }

  private static void manifest(Path output, Map<String, String> algorithms) throws IOException {
    Path generation = Files.createDirectories(output.resolve("generations/one"));
    StringBuilder json = new StringBuilder("{\"schema_version\": 7, \"version\": \"");
    json.append(Version.get()).append("\", \"algorithms\": {");
    String comma = "";
    for (Map.Entry<String, String> each : algorithms.entrySet()) {
      json.append(comma).append('"').append(each.getKey()).append("\": \"");
      json.append(each.getValue()).append('"');
      comma = ", ";
    }
    Files.writeString(generation.resolve("manifest.json"), json + "}, \"files\": []}");
  }

  @Test
  void whatCannotBeToldIsNotSmall() {
    assertThat(SmallInput.isAllOf("build", folder + "/*.gone", "-o", "x"), is(false));
    assertThat(SmallInput.isAllOf("build", small, "--input-list=list"), is(false));
    assertThat(SmallInput.isAllOf("build", "s3://a/b"), is(false));
    assertThat(SmallInput.isAllOf("build", "-"), is(false));
    assertThat(SmallInput.isAllOf("build", "-f", "nowhere.yaml"), is(false));
    assertThat(SmallInput.isAllOf("build"), is(false));
    assertThat(SmallInput.isAllOf("train", small), is(false));
  }
}
