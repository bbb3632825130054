package org.copydesk.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What becomes of arguments before a command sees them, and what it lets pass. */
class ArgumentsTest {
  @Command(name = "inner")
  private static final class Inner {
    @Option(names = "--topics", arity = "0..1", fallbackValue = "true")
    private boolean topics;

    @Option(names = "--parallelism")
    private int parallelism = 1;

    @Option(names = "--min-jaccard")
    private double jaccard = .8;

    @Option(names = "--input")
    private List<String> inputs;
  }

  @Command(name = "outer", subcommands = Inner.class)
  private static final class Outer {}

  private static CommandSpec inner(String... arguments) {
    CommandLine line = new CommandLine(new Inner());
    line.parseArgs(arguments);
    return line.getCommandSpec();
  }

  private static String[] resolved(String... arguments) {
    return Negations.resolved(new CommandLine(new Outer()), arguments);
  }

  @Test
  void noBeforeASwitchTurnsItOff() {
    assertArrayEquals(new String[] {"inner", "--topics=false"}, resolved("inner", "--no-topics"));
  }

  @Test
  void whatIsNoSwitchOrStandsBehindTheEndOfOptionsStays() {
    for (String[] line :
        new String[][] {
          {"--no-topics"},
          {"inner", "--no-parallelism"},
          {"inner", "--no-such"},
          {"inner", "--no-topics=true"},
          {"inner", "--", "--no-topics"}
        }) {
      assertArrayEquals(line, resolved(line));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--parallelism=0, --parallelism must be at least 1: 0",
    "--min-jaccard=0, '--min-jaccard must be above 0 and at most 1: 0.0'",
    "--min-jaccard=1.01, '--min-jaccard must be above 0 and at most 1: 1.01'"
  })
  void aNumberOutOfItsRangeIsToldWithTheRange(String argument, String message) {
    Failure failure = assertThrows(Failure.class, () -> OptionRanges.check(inner(argument)));
    assertEquals(Failure.USAGE, failure.exitCode());
    assertEquals(message, failure.getMessage());
  }

  @Test
  void theEndsOfARangeAreInIt() {
    assertDoesNotThrow(() -> OptionRanges.check(inner("--parallelism=1", "--min-jaccard=1")));
  }

  @Test
  void flagsOfRunnersPassAndOthersAreRefusedWithWhatIsNear() throws Failure {
    CommandSpec inner = inner();
    assertArrayEquals(new String[0], BeamArguments.of(List.of(), inner));
    assertArrayEquals(
        new String[] {"--flinkMaster=x:1"}, BeamArguments.of(List.of("--flinkMaster=x:1"), inner));
    for (String wrong : List.of("--topcs", "--flinkMastre=x", "-flinkMaster=x", "extra")) {
      Failure failure = assertThrows(Failure.class, () -> BeamArguments.of(List.of(wrong), inner));
      assertEquals(Failure.USAGE, failure.exitCode(), wrong);
    }
    Failure near =
        assertThrows(Failure.class, () -> BeamArguments.of(List.of("--no-topcs"), inner));
    assertTrue(near.getMessage().contains("no-topics"), near.getMessage());
  }

  @Test
  void settingsAreNamedWithoutHyphensAndThoseWithSeveralValuesAreKnown() {
    assertTrue(BeamArguments.ownSettings(inner()).containsAll(List.of("topics", "input")));
    assertEquals(List.of("input"), List.copyOf(BeamArguments.manyValued(inner())));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "106300, 106.3 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "5000000000, 5.0 GB",
    "9000000000000000, 9000.0 TB"
  })
  void sizesAreInPowersOfTenAndNeverAThousandOfOne(long bytes, String told) {
    assertEquals(told, ByteSize.of(bytes));
  }
}
