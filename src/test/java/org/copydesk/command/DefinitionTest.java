package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionTest {
  private static final Set<String> KNOWN = Set.of("input", "output", "spans");

  @TempDir Path folder;

  private List<String> flags(String yaml, Map<String, String> environment)
      throws IOException, Failure {
    Path file = Files.writeString(folder.resolve("some.yaml"), yaml);
    return Definition.read(file, environment, KNOWN).asFlags();
  }

  @Test
  void theNightlyDefinitionHoldsSettingsThatThereAre() throws Exception {
    Set<String> known = new java.util.TreeSet<>();
    new picocli.CommandLine(new BuildCommand())
        .getCommandSpec()
        .options()
        .forEach(option -> known.add(option.longestName().replaceFirst("^-+", "")));
    Path nightly = Path.of("pipelines/nightly.yaml");
    List<String> flags = Definition.read(nightly, Map.of("DATE", "2026-11-24"), known).asFlags();
    assertThat(flags.contains("--input=/srv/news/dumps/2026-11-24"), is(true));
    assertThrows(Failure.class, () -> Definition.read(nightly, Map.of(), known));
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
}
