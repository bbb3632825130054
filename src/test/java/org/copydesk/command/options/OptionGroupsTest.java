package org.copydesk.command.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.compare.DriftGate;
import org.copydesk.compare.PublicationGate;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What groups of options make of a command line. */
class OptionGroupsTest {
  /** Every group whose record does not hang on others. */
  @Command(name = "groups")
  private static final class Groups {
    @Mixin private NightOptions night;
    @Mixin private GateOptions gate;
    @Mixin private PageTypeOptions types;
    @Mixin private InputOptions inputs;
  }

  private static Groups parsed(String... arguments) {
    Groups groups = new Groups();
    new CommandLine(groups).parseArgs(arguments);
    return groups;
  }

  @Test
  void aNightTakesNothingFromBeforeUnlessAskedTo() throws Failure {
    assertEquals(
        new Night(false, false, null, false, List.of(), List.of(), .01), parsed().night.night());
    Night night =
        parsed("--incremental", "--again=rejects", "--again", "site:elm.test").night.night();
    assertTrue(night.incremental());
    assertEquals(List.of("rejects", "site:elm.test"), night.again());
  }

  @ParameterizedTest
  @CsvSource({
    "--new-epoch --prove",
    "--new-epoch --epoch-of=x",
    "--prove --incremental",
    "--again=rejects",
    "--incremental --again=all",
    "--incremental --again=site:"
  })
  void whatDoesNotGoTogetherIsAWrongUse(String line) {
    Groups groups = parsed(line.split(" "));
    Failure failure = assertThrows(Failure.class, () -> groups.night.night());
    assertEquals(Failure.USAGE, failure.exitCode());
  }

  @Test
  void percentsOfTheGateAreShares() {
    PublicationGate gate =
        parsed(
                "--max-rejected-files=50",
                "--max-rejected-bytes=25",
                "--max-forgotten=10",
                "--max-articles-down=20",
                "--lost-site-articles=7",
                "--accept-drift")
            .gate
            .gate();
    assertEquals(new PublicationGate(.5, .25, .1, new DriftGate(.2, 7), true), gate);
    assertEquals(false, parsed().gate.gate().acceptsDrift());
  }

  @Test
  void typesOfPagesAreToldInOneOrder() {
    assertEquals("article,live", parsed().types.listed());
    assertEquals("article,live", parsed("--page-types=LIVE, article").types.listed());
    assertEquals("all", parsed("--page-types=all").types.listed());
    CommandLine.ParameterException refused =
        assertThrows(CommandLine.ParameterException.class, () -> parsed("--page-types=artcle"));
    assertTrue(refused.getMessage().contains("artcle"), refused.getMessage());
    assertTrue(refused.getMessage().contains("article"), refused.getMessage());
  }

  @Test
  void inputsAreThoseOfTheLineAndOfTheList(@TempDir Path folder) throws IOException, Failure {
    Path list = Files.writeString(folder.resolve("list"), "# days\n\n b/*.gz \nc\nb/*.gz\n");
    assertEquals(false, parsed().inputs.areGiven());
    InputOptions inputs = parsed("a", "--input=x", "--input-list=" + list).inputs;
    assertTrue(inputs.areGiven());
    assertEquals(List.of("a", "x", "b/*.gz", "c"), inputs.all());
  }

  @Test
  void aListThatIsNotThereOrNotInUtf8IsAWrongUse(@TempDir Path folder) throws IOException {
    Path wrong = Files.write(folder.resolve("list"), new byte[] {'a', (byte) 0xff});
    for (Path list : List.of(folder.resolve("none"), wrong)) {
      InputOptions inputs = parsed("--input-list=" + list).inputs;
      assertEquals(Failure.USAGE, assertThrows(Failure.class, inputs::all).exitCode());
    }
  }
}
