package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.command.options.NearestName;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionTest {
  private static final Set<String> KNOWN = Set.of("input", "output", "spans");
  private static final Set<String> MANY = Set.of("input");

  @TempDir Path folder;

  private List<String> flags(String yaml, Map<String, String> environment)
      throws IOException, Failure {
    Path file = Files.writeString(folder.resolve("some.yaml"), yaml);
    return Definition.read(file, environment, KNOWN, MANY).asFlags();
  }

  @Test
  void theNightlyDefinitionHoldsSettingsThatThereAre() throws Exception {
    Set<String> known = new java.util.TreeSet<>();
    new picocli.CommandLine(new BuildCommand())
        .getCommandSpec()
        .options()
        .forEach(option -> known.add(option.longestName().replaceFirst("^-+", "")));
    Path nightly = Path.of("pipelines/nightly.yaml");
    List<String> flags =
        Definition.read(nightly, Map.of("DATE", "2026-11-24"), known, MANY).asFlags();
    assertThat(flags.contains("--input=/srv/news/dumps/2026-11-24"), is(true));
    assertThrows(Failure.class, () -> Definition.read(nightly, Map.of(), known, MANY));
  }

  @Test
  void variablesAreFilledFromTheEnvironment() throws Exception {
    String yaml = "input: [\"${A}/x\", \"${B:-y}\"]\nspans: ${C:-true} # ${D}\n";
    assertThat(
        flags(yaml, Map.of("A", "dumps")),
        is(List.of("--input=dumps/x", "--input=y", "--spans=true")));
    assertThat(
        flags(yaml, Map.of("A", "dumps", "B", "z", "C", "false")),
        is(List.of("--input=dumps/x", "--input=z", "--spans=false")));
  }

  @Test
  void whatTheEnvironmentLacksIsNamed() {
    Failure failure = assertThrows(Failure.class, () -> flags("output: ${NOWHERE}", Map.of()));
    assertThat(failure.exitCode(), is(2));
    assertThat(failure.getMessage(), containsString("NOWHERE"));
  }

  @Test
  void anUnknownSettingIsRefusedWithTheNearestName() {
    Failure failure = assertThrows(Failure.class, () -> flags("ouptut: x", Map.of()));
    assertThat(failure.exitCode(), is(2));
    assertThat(failure.getMessage(), containsString("did you mean output?"));
  }

  @Test
  void aFileThatIsNoYamlIsRefused() {
    assertThat(assertThrows(Failure.class, () -> flags("a: [", Map.of())).exitCode(), is(2));
  }

  @Test
  void farNamesAreNotSuggested() {
    assertThat(NearestName.suggestion("zzzzzzzz", KNOWN), is(""));
    assertThat(NearestName.distance("kitten", "sitting"), is(3));
  }

  /** What is said of a definition that is wrong; its file is cut off. */
  private String said(String yaml) {
    Failure failure = assertThrows(Failure.class, () -> flags(yaml, Map.of()), yaml);
    assertThat(failure.exitCode(), is(2));
    String file = folder.resolve("some.yaml") + ": ";
    assertThat(failure.getMessage(), startsWith(file));
    String said = failure.getMessage().substring(file.length());
    assertThat(
        said, not(matchesPattern("(?s).*(java|jackson|yaml\\.|Exception|`java|LinkedHash).*")));
    return said;
  }

  @Test
  void mistakesAreToldWithTheirLineAndTheFix() {
    assertThat(
        said("spans: true\noutput: [a, b]\n"),
        is("line 2: output takes one value, and this is a list of 2"));
    assertThat(said("output: [[[x]]]\n"), startsWith("line 1: output takes one value"));
    assertThat(said("input: [[x]]\n"), is("line 1: input takes a list of values, not of lists"));
    assertThat(said("output: {a: b}\n"), is("line 1: output takes a value, and this is a mapping"));
    assertThat(said("input: [{a: b}]\n"), startsWith("line 1: input takes a value"));
    assertThat(
        said("input: a\nspans: true\ninput: b\n"), is("line 3: `input` stands here a second time"));
    assertThat(said("# nothing\n\n"), startsWith("it is empty"));
    assertThat(said(""), startsWith("it is empty"));
    assertThat(said("---\n"), startsWith("it is empty"));
    assertThat(said("- a\n- b\n"), startsWith("line 1: this is no setting"));
    assertThat(said("just words\n"), startsWith("line 1: this is no setting"));
    assertThat(said("a: [\n"), is("line 1: a bracket or quote is opened here and not closed"));
    assertThat(said("spans: true\noutput: \"a\n"), startsWith("line 2: a bracket or quote"));
    assertThat(said("spans: true\n\toutput: a\n"), startsWith("line 2: a tab stands before"));
    assertThat(said("input: a: b\n"), startsWith("line 1: a second colon"));
    assertThat(said("output: @home\n"), startsWith("line 1: a value that begins like this"));
    assertThat(said("input: a\n---\ninput: b\n"), startsWith("line 2: a second document"));
    assertThat(said("input: a\nspanz: b\n"), startsWith("line 2: no setting is called spanz"));
    assertThat(said("input: \u0000\n"), startsWith("it holds a character"));
  }

  @Test
  void aMissingSpaceAfterTheColonIsToldWhereverItStands() {
    String fix = "a space is missing after the colon: `output: corpus`";
    assertThat(said("output:corpus\n"), is("line 1: " + fix));
    assertThat(said("input: x\noutput:corpus\n"), is("line 2: " + fix));
    assertThat(said("output:corpus\ninput: x\n"), is("line 1: " + fix));
    assertThat(said("input: x\n  output:corpus\n"), is("line 2: " + fix));
  }

  @Test
  void anAddressIsNoMissingSpace() throws Exception {
    assertThat(flags("output: s3://bucket/a\n", Map.of()), is(List.of("--output=s3://bucket/a")));
    assertThat(
        flags("input:\n  - hdfs://names/a\n  - s3://b/c\n", Map.of()),
        is(List.of("--input=hdfs://names/a", "--input=s3://b/c")));
  }

  @Test
  void tagsAnchorsAndDeepNestingAreRefused() {
    assertThat(said("input: !!binary aGk=\n"), startsWith("line 1: tags (!name) are not read"));
    assertThat(
        said("input: x\noutput: !!javax.script.ScriptEngineManager [a]\n"),
        startsWith("line 2: tags"));
    assertThat(said("input: &a x\noutput: *a\n"), startsWith("line 1: anchors"));
    assertThat(
        said("spans: true\ninput: !!java.util.HashMap {a: b}\n"), startsWith("line 2: tags"));
    assertThat(said("spans: !!java.io.File [a]\n"), startsWith("line 1: tags"));
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      String ten = String.join(", ", Collections.nCopies(10, "*a" + (i - 1)));
      laughs.append("a" + i + ": &a" + i + " [" + ten + "]\n");
    }
    assertThat("none is unfolded", said(laughs.toString()), startsWith("line 1: anchors"));
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    assertThat(
        said("spans: true\ninput: " + deep + "\n"),
        startsWith("line 2: lists and mappings are nested"));
    assertThat(
        said("spans: true\ninput: " + "{a: ".repeat(50_000)), startsWith("line 2: lists and"));
  }

  @Test
  void aLongDefinitionIsLookedOverInOneGo() {
    String value = "input: word\n" + "  word\n".repeat(100_000);
    assertThat(said(value + "output:corpus\n"), startsWith("line 100002: a space is missing"));
    assertThat(said("input: " + "x".repeat(1_000_001)), startsWith("it is longer than a million"));
  }

  @Test
  void aFileThatIsNoTextIsToldWithoutNamesOfJava() throws IOException {
    Path file = folder.resolve("bytes.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFE});
    Failure failure =
        assertThrows(Failure.class, () -> Definition.read(file, Map.of(), KNOWN, MANY));
    assertThat(failure.getMessage(), is(file + " is not in UTF-8"));
  }
}
