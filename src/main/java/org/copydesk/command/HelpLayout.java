package org.copydesk.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help looks: a synopsis of a line, options under headings where there are many, each with its
 * default, descriptions wrapped at the width, examples at the end.
 *
 * <pre>
 * Copies
 *   --min-jaccard=SHARE       Two articles are copies from this Jaccard ... Default: 0.7
 * </pre>
 */
final class HelpLayout {
  private static final int WIDTH = 100;

  /** A narrower terminal would break the columns. */
  private static final int NARROWEST = 60;

  private static final int INDENT = 2;
  private static final int COLUMN = 30;

  /** Fewer options stand in one list. */
  private static final int LEAST_FOR_HEADINGS = 12;

  private static final Map<String, List<String>> EXAMPLES = examples();

  private static final String HELP = "This help: -h a line each, --help all there is to say.";

  private static final List<String> ENVIRONMENT =
      List.of(
          "COPYDESK_HEAP=6g              memory for bin/copydesk; half of what there is without it",
          "COPYDESK_JAR, COPYDESK_JAVA   another jar, another java",
          "COPYDESK_JAVA_OPTS            more flags for java",
          "COPYDESK_TRACE=1              where in the program a message comes from",
          "NO_COLOR=1                    no colours",
          "HADOOP_CONF_DIR               settings of hdfs and its kin");

  private final int width;
  private final boolean isShort;

  private HelpLayout(int width, boolean isShort) {
    this.width = width;
    this.isShort = isShort;
  }

  /** Lays out the help of a command and of all below it, whole and at its full width. */
  static void apply(CommandLine line) {
    new HelpLayout(WIDTH, false).lay(line);
  }

  /** The same as wide as the terminal, and for {@code -h} with a sentence a setting. */
  static void apply(CommandLine line, String... arguments) {
    List<String> given = List.of(arguments);
    boolean isShort = given.contains("-h");
    boolean isShown = isShort || given.contains("--help") || given.contains("help");
    int width = isShown && Terminal.is(Terminal.OUT) ? Terminal.width() : WIDTH;
    new HelpLayout(Math.max(NARROWEST, Math.min(WIDTH, width)), isShort).lay(line);
  }

  private void lay(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(width);
    usage.abbreviateSynopsis(true);
    usage.sortOptions(false);
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new LinkedHashMap<>(line.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help.commandSpec()));
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help));
    sections.put(
        UsageMessageSpec.SECTION_KEY_DESCRIPTION,
        help -> description(help.commandSpec().usageMessage().description()));
    sections.put(
        UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer(help.commandSpec().qualifiedName()));
    sections.put(
        UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> parameters(help.commandSpec()));
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    line.setHelpSectionMap(sections);
    line.getSubcommands().values().forEach(this::lay);
  }

  private String description(String... lines) {
    StringBuilder out = new StringBuilder();
    wrap(out, String.join(" ", lines).replace("%n", " ").strip(), 0, 0);
    return out.toString();
  }

  private String parameters(CommandSpec spec) {
    StringBuilder out = new StringBuilder();
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String head = " ".repeat(INDENT) + parameter.paramLabel();
      out.append(out.isEmpty() ? "\n" : "").append(head);
      out.append(" ".repeat(Math.max(1, COLUMN - head.length())));
      String value = parameter.defaultValue();
      String text = String.join(" ", parameter.description());
      wrap(out, value == null ? text : text + " Default: " + value, COLUMN, COLUMN);
    }
    return out.toString();
  }

  private String options(CommandSpec spec) {
    List<OptionSpec> shown = spec.options().stream().filter(option -> !option.hidden()).toList();
    StringBuilder out = new StringBuilder();
    if (shown.size() < LEAST_FOR_HEADINGS) {
      shown.forEach(option -> option(out, option));
      return out.insert(0, shown.isEmpty() ? "" : "\nOptions\n").toString();
    }
    for (String heading : OptionGroups.headings()) {
      List<OptionSpec> group =
          shown.stream().filter(option -> heading.equals(headingOf(option))).toList();
      if (!group.isEmpty()) {
        out.append('\n').append(heading).append('\n');
        group.forEach(option -> option(out, option));
      }
    }
    out.append("\nEach on/off setting --NAME is also there as --no-NAME.\n");
    return out.toString();
  }

  private static String headingOf(OptionSpec option) {
    return OptionGroups.of(bare(option.longestName()));
  }

  private static String bare(String name) {
    return name.replaceFirst("^-+", "");
  }

  private void option(StringBuilder out, OptionSpec option) {
    StringBuilder names = new StringBuilder(" ".repeat(INDENT));
    names.append(String.join(", ", option.names()));
    boolean isSwitch = isSwitch(option);
    if (isSwitch) {
      names.append(option.arity().max() > 0 ? "[=true|false]" : "");
    } else if (option.arity().max() > 0) {
      names.append('=').append(option.paramLabel());
    }
    String text = String.join(" ", option.description());
    text = option.usageHelp() ? HELP : text;
    text = isShort ? firstClause(text) : text;
    String value = defaultOf(option);
    if (value != null) {
      text += (text.endsWith(".") ? "" : ".") + " Default: " + value;
    }
    out.append(names);
    boolean hasRoom = names.length() < COLUMN;
    out.append(hasRoom ? " ".repeat(COLUMN - names.length()) : "\n" + " ".repeat(COLUMN));
    wrap(out, text, COLUMN, COLUMN);
  }

  private static boolean isSwitch(OptionSpec option) {
    Class<?> type = option.type();
    return type == boolean.class || type == Boolean.class;
  }

  /** The default as a person writes it; null for what has none to be told. */
  private static String defaultOf(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = option.defaultValue();
    if (isSwitch(option)) {
      boolean isOn = value == null ? option.negatable() : Boolean.parseBoolean(value);
      return isOn ? "true" : "false";
    }
    return value;
  }

  private String commands(Help help) {
    StringBuilder out = new StringBuilder();
    Map<String, Help> commands = help.subcommands();
    commands.forEach(
        (name, command) -> {
          if (!command.commandSpec().usageMessage().hidden()) {
            String text = String.join(" ", command.commandSpec().usageMessage().description());
            String head = " ".repeat(INDENT) + name;
            out.append(head).append(" ".repeat(Math.max(1, 13 - head.length())));
            wrap(out, firstSentence(text), 13, 13);
          }
        });
    return out.isEmpty() ? "" : out.insert(0, "\nCommands\n").toString();
  }

  /**
   * What stands before the first mark that something is explained or added, without a full stop.
   */
  private static String firstClause(String text) {
    return firstSentence(text)
        .replaceFirst("(?s)(; |: | \\(|, which ).*", "")
        .replaceFirst("\\.$", "");
  }

  private static String firstSentence(String text) {
    String stripped = text.replace("%n", "").strip();
    int end = stripped.indexOf(". ");
    return end < 0 ? stripped : stripped.substring(0, end + 1);
  }

  private String footer(String command) {
    if (isShort) {
      return "\n--help says more.\n";
    }
    boolean isRoot = command.equals("copydesk");
    return examples(command)
        + (isRoot ? "\nEnvironment\n  " + String.join("\n  ", ENVIRONMENT) + "\n" : "");
  }

  private static String examples(String command) {
    List<String> examples = EXAMPLES.get(command);
    return examples == null ? "" : "\nExamples\n  " + String.join("\n  ", examples) + "\n";
  }

  /** Words between the columns, the first line from {@code at}. */
  private void wrap(StringBuilder out, String text, int indent, int at) {
    int column = at;
    for (String word : text.split("\\s+")) {
      boolean isFirst = column == indent;
      if (!isFirst && column + 1 + word.length() > width) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
        isFirst = true;
      }
      out.append(isFirst ? "" : " ").append(word);
      column += word.length() + (isFirst ? 0 : 1);
    }
    out.append('\n');
  }

  private static Map<String, List<String>> examples() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(
        "copydesk",
        List.of(
            "copydesk inspect dumps/                what a build of dumps/ would do",
            "copydesk build dumps/ -o corpus        a corpus and its report",
            "copydesk extract page.html             the article of one page"));
    all.put(
        "copydesk build",
        List.of(
            "copydesk build dumps/ -o corpus",
            "copydesk build 'crawl/*.warc.gz' -o corpus --rules=pipelines/rules/news.yaml",
            "copydesk build mine.jsonl -o corpus --json-text=body --json-title=headline",
            "copydesk build papers/ -o corpus --site-from=folder --no-topics",
            "zcat day.jsonl.gz | copydesk build - -o corpus"));
    all.put(
        "copydesk inspect",
        List.of(
            "copydesk inspect dumps/",
            "copydesk inspect mine.jsonl --json-text=body --json-title=headline",
            "head -c 1000000 big.jsonl | copydesk inspect -"));
    all.put(
        "copydesk extract",
        List.of(
            "copydesk extract https://news.example/1",
            "curl -s https://news.example/1 | copydesk extract",
            "copydesk extract page.html --format=markdown",
            "copydesk extract crawl.warc.gz --record=7 --format=json"));
    all.put(
        "copydesk explain",
        List.of(
            "copydesk explain dumps/0001.txt --learn-from=dumps/ | less -R",
            "copydesk explain crawl.warc.gz --record=7 --html=page-7.html",
            "copydesk explain --pair corpus day1.jsonl#0 day2.jsonl#3",
            "copydesk explain --story corpus day1.jsonl#0"));
    all.put(
        "copydesk why",
        List.of(
            "copydesk why corpus https://news.example/1",
            "copydesk why corpus crawl.warc.gz#7 --json"));
    all.put(
        "copydesk evaluate pages",
        List.of(
            "copydesk evaluate pages --gold=testdata/dumps.truth.jsonl testdata/dumps",
            "copydesk evaluate pages --gold=labelled.jsonl corpus"));
    all.put(
        "copydesk diff", List.of("copydesk diff corpus/generations/20260101-021500-a1b2c3 corpus"));
    all.put(
        "copydesk publish", List.of("copydesk publish corpus/generations/20260101-021500-a1b2c3"));
    all.put(
        "copydesk completion", List.of("copydesk completion > /etc/bash_completion.d/copydesk"));
    return all;
  }
}
