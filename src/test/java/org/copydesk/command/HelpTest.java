package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  private static CommandLine commands() {
    return Commands.line();
  }

  private static String help(CommandLine command) {
    StringWriter text = new StringWriter();
    command.usage(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void eachSettingOfABuildStandsUnderAHeadingOfItsOwn() {
    CommandLine build = commands().getSubcommands().get("build");
    for (OptionSpec option : build.getCommandSpec().options()) {
      String name = option.longestName().replaceFirst("^-+", "");
      boolean isGeneral = name.equals("help") || name.equals("version");
      assertThat(name, OptionGroups.of(name).equals("General"), is(isGeneral));
    }
  }

  @Test
  void eachSettingWithADefaultTellsIt() {
    CommandLine build = commands().getSubcommands().get("build");
    String help = help(build).replaceAll("\\s+", " ");
    for (OptionSpec option : build.getCommandSpec().options()) {
      if (option.defaultValue() != null) {
        String from = help.substring(help.indexOf(" " + option.longestName()) + 1);
        int next = from.indexOf(" --", 3);
        String own = next < 0 ? from : from.substring(0, next);
        assertThat(own, containsString("Default: " + option.defaultValue()));
      }
    }
  }

  @Test
  void everyHelpIsNarrowAndBeginsWithOneLineOfUse() {
    widths(commands());
  }

  private static void widths(CommandLine command) {
    String help = help(command);
    assertThat(help, containsString("Usage: copydesk"));
    assertThat(help, not(containsString("%n")));
    for (String line : help.split("\n")) {
      assertThat(line, line.length(), lessThanOrEqualTo(110));
    }
    command.getSubcommands().values().forEach(HelpTest::widths);
  }

  @Test
  void theShortHelpHasNoFullStopsButBeforeDefaults() {
    String text = help(Commands.line("build", "-h").getSubcommands().get("build"));
    String options = text.replaceAll("(?s).*Input and output|\\nEach on/off.*", "");
    String told = options.replaceAll("\\s+", " ").replace(". Default: ", "");
    assertThat(told, not(containsString(". ")));
  }

  @Test
  void theCommandsAreToldInWholeSentences() {
    String help = help(commands()).replaceAll("\\s+", " ");
    for (CommandLine command : commands().getSubcommands().values()) {
      String description = String.join(" ", command.getCommandSpec().usageMessage().description());
      String first = description.replace("%n", "").strip().split("(?<=\\.) ")[0];
      assertThat(help, containsString(first.replaceAll("\\s+", " ")));
    }
  }

  @Test
  void helpEndsWithExamplesThatParse() {
    for (String name : new String[] {"build", "inspect", "extract", "explain", "why"}) {
      String help = help(commands().getSubcommands().get(name));
      assertThat(help, containsString("Examples\n"));
    }
  }

  @Test
  void everySwitchIsTurnedOffByNo() {
    CommandLine root = commands();
    for (OptionSpec option : root.getSubcommands().get("build").getCommandSpec().options()) {
      boolean isSwitch = option.type() == boolean.class && option.arity().max() > 0;
      if (isSwitch) {
        String name = option.longestName().substring(2);
        assertThat(
            Negations.resolved(root, "build", "x", "--no-" + name),
            arrayContaining("build", "x", "--" + name + "=false"));
      }
    }
    assertThat(
        Negations.resolved(root, "build", "--no-format", "--no-such", "--", "--no-spans"),
        arrayContaining("build", "--no-format", "--no-such", "--", "--no-spans"));
    assertThat(
        Negations.resolved(root, "generate", "--no-truth"),
        arrayContaining("generate", "--no-truth"));
  }

  @Test
  void completionKnowsCommandsAndSettings() {
    StringWriter text = new StringWriter();
    CommandLine line = commands();
    line.setOut(new PrintWriter(text));
    assertThat(line.execute("completion"), is(0));
    assertThat(text.toString(), allOf(containsString("inspect"), containsString("--json-text")));
  }

  @Test
  void theProgressLineFitsTheTerminalByLeavingOutWhatIsLeastWanted() {
    String line =
        ProgressLine.text(0.45, "reading", 42, "1,204 of 2,000 files", "900 articles · 1.2 MB/s");
    assertThat(
        line,
        is(
            " 45 % reading · 0:42, about 0:51 left · 1,204 of 2,000 files · 900 articles"
                + " · 1.2 MB/s"));
    assertThat(ProgressLine.fitted(line, 50), is(" 45 % reading · 0:42, about 0:51 left"));
    assertThat(ProgressLine.fitted(line, 10), is(" 45 % read"));
    assertThat(
        ProgressLine.text(0.01, "learning sites", 4000, "a", "b"),
        is("  1 % learning sites · 1:06:40 · a · b"));
  }

  @Test
  void aValueOutOfItsRangeIsToldWithItsSettingAndTheRange() {
    assertThat(
        refused("--min-jaccard=70"), is("--min-jaccard must be above 0 and at most 1: 70.0"));
    assertThat(
        refused("--max-forgotten=200"),
        is("--max-forgotten must be at least 0 and at most 100: 200.0"));
    assertThat(refused("--keep-failed-days=-1"), is("--keep-failed-days must be at least 0: -1"));
    assertThat(refused("--parallelism=0"), is("--parallelism must be at least 1: 0"));
    assertThat(
        refused("--rules={signal: wrds, op: <, value: 5}"),
        allOf(containsString("unknown signal wrds; there are "), containsString("words")));
  }

  private static String refused(String option) {
    return assertThrows(
            Failure.class, () -> ParsedBuild.settings("testdata/dumps", "-o", "x", option))
        .getMessage();
  }

  @Test
  void sizesAreInPowersOfTen() {
    assertThat(ByteSize.of(999), is("999 B"));
    assertThat(ByteSize.of(106_300), is("106.3 kB"));
    assertThat(ByteSize.of(999_999), is("1.0 MB"));
    assertThat(ByteSize.of(3_400_000_000L), is("3.4 GB"));
  }

  @Test
  void theShortHelpHasEverySettingInFewerLines() {
    CommandLine build = Commands.line("build", "-h").getSubcommands().get("build");
    String brief = help(build);
    String whole = help(commands().getSubcommands().get("build"));
    assertThat(brief.lines().count() * 10 <= whole.lines().count() * 9, is(true));
    for (OptionSpec option : build.getCommandSpec().options()) {
      assertThat(brief, containsString(option.longestName()));
    }
    assertThat(brief, containsString("--help says more."));
  }

  @Test
  void theFirstHelpNamesWhatIsReadFromTheEnvironment() {
    assertThat(help(commands()), containsString("COPYDESK_HEAP"));
    assertThat(help(commands().getSubcommands().get("build")), not(containsString("COPYDESK_")));
  }
}
