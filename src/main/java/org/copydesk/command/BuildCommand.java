package org.copydesk.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.copydesk.compare.DriftGate;
import org.copydesk.compare.PublicationGate;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Retention;
import org.copydesk.dump.InputListing;
import org.copydesk.pipeline.RunBuild;
import org.copydesk.pipeline.runner.RunnerChoice;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.quality.QualityRules;
import org.copydesk.topic.TopicModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The pipeline: raw dumps in, one corpus generation out. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = {
      "Takes dumps of news pages apart and writes a corpus: a new generation in the output.",
      "Options of Beam and of the runner (--flinkMaster=...) are passed on to them.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:bad arguments or definition",
      "3:out of memory",
      "65:the data failed a limit: unreadable inputs, too much rejected or forgotten, drift, or no"
          + " articles at all",
      "70:an accounting check failed",
      "75:another build holds or won the output",
      "130:interrupted; nothing was published, unless the last line says so",
      "1:anything else"
    })
final class BuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      description = "Globs, folders (all files below) and files, also hdfs://... and the like.")
  private List<String> positional = new ArrayList<>();

  @Option(
      names = {"-f", "--definition"},
      paramLabel = "FILE",
      description = "YAML with settings by these names; a flag beats it.")
  private Path definition;

  @Option(names = "--input", paramLabel = "INPUT", description = "The same as INPUT; repeatable.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--input-list",
      paramLabel = "FILE",
      description = "A file with an INPUT a line; # begins a comment.")
  private Path inputList;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of the generations; on a remote file system with its scheme.")
  private String output;

  @Option(
      names = "--runner",
      paramLabel = "direct|flink",
      defaultValue = "direct",
      description = "Where the build runs.")
  private RunnerChoice runner;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Workers; by default the machine's processors or the cluster's slots.")
  private Integer parallelism;

  @Option(
      names = "--segment",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Take the text of JSON Lines apart as page text.")
  private boolean segment;

  @Option(
      names = "--spans",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Write the spans table: every byte of every page, labelled.")
  private boolean spans;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "parquet",
      description = {
        "parquet, which is always written, and jsonl: the articles once more as JSON Lines in",
        "the shape of dolma's documents (id, text, source, added, created, metadata)."
      })
  private List<OutputFormat> formats = new ArrayList<>();

  @Option(
      names = "--keep-removed-text",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Keep the text of removed articles.")
  private boolean keepRemovedText;

  @Option(
      names = "--topics",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Say what articles and teasers are about.")
  private boolean topics;

  @Option(
      names = "--topic-model",
      paramLabel = "FILE",
      description = "A model made by train topics; by default the one in the jar.")
  private Path topicModel;

  @Option(
      names = "--language",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Identify languages.")
  private boolean language;

  @Option(
      names = "--quality",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Measure signals of quality and count personal data.")
  private boolean quality;

  @Option(
      names = "--rules",
      paramLabel = "FILE|RULE",
      description = {
        "Remove the articles a rule holds for: a file as those in pipelines/rules,",
        "or one rule: '{signal: words, op: \"<\", value: 5}'; repeatable."
      })
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--suppress",
      paramLabel = "FILE",
      description = {
        "Remove what is listed: a line an id, an address (https://...) or a site as the column",
        "site of articles has it (site:NAME where it has blanks); repeatable."
      })
  private List<Path> suppress = new ArrayList<>();

  @Option(
      names = "--mask-pii",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = {
        "Write [email], [phone], [ip], [card] and [iban] for personal data in titles and",
        "texts; bylines are left alone."
      })
  private boolean maskPii;

  @Mixin private DuplicateOptions duplicates;

  @Mixin private PageTypeOptions pageTypes;

  @Option(
      names = "--max-rejected-files",
      paramLabel = "PERCENT",
      defaultValue = "5",
      description = "More rejected files end a build of 100 files or more with 65.")
  private double maxRejectedFiles;

  @Option(
      names = "--max-rejected-bytes",
      paramLabel = "PERCENT",
      defaultValue = "1",
      description = "The same for bytes.")
  private double maxRejectedBytes;

  @Option(
      names = "--max-forgotten",
      paramLabel = "PERCENT",
      defaultValue = "0.1",
      description = {
        "A larger share of the articles or teasers compared for which a cap on memory had no",
        "room ends a build with 65; see forgotten in manifest.json."
      })
  private double maxForgotten;

  @Option(
      names = "--unreadable",
      paramLabel = "fail|reject",
      defaultValue = "fail",
      description = {
        "Inputs that cannot be read, or that changed since they were listed: end the build with",
        "65 once all of them are known, or publish without what they hold."
      })
  private Unreadable unreadable;

  /** What becomes of a build whose inputs cannot all be read. */
  private enum Unreadable {
    FAIL,
    REJECT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--accept-drift",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Publish although a limit on drift against the published generation is passed.")
  private boolean acceptDrift;

  @Option(
      names = "--max-articles-down",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "Drift: this many articles less than in the published generation, or fewer.")
  private double maxArticlesDown;

  @Option(
      names = "--lost-site-articles",
      paramLabel = "N",
      defaultValue = "50",
      description = "Drift: a site with so many articles in the published generation has none.")
  private long lostSiteArticles;

  @Option(
      names = "--keep-generations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Good generations kept, the published one among them.")
  private int keepGenerations;

  @Option(
      names = "--keep-failed-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "How long failed generations are kept.")
  private int keepFailedDays;

  @Option(
      names = "--single-writer",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "No other build writes this output: needed where files cannot be created once.")
  private boolean singleWriter;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = {
        "Write the metrics here too, whatever came of the build (Prometheus text format).",
        "A generation holds them as metrics.prom, and the same as JSON in summary.json."
      })
  private Path metricsFile;

  @Unmatched private List<String> unmatched = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    if (definition != null) {
      Definition read =
          Definition.read(
              definition,
              System.getenv(),
              BeamArguments.ownSettings(spec),
              BeamArguments.manyValued(spec));
      CommandLine.IParameterExceptionHandler misused =
          spec.root().commandLine().getParameterExceptionHandler();
      return new CommandLine(new BuildCommand())
          .setErr(spec.commandLine().getErr())
          .setOut(spec.commandLine().getOut())
          .setExecutionExceptionHandler(spec.root().commandLine().getExecutionExceptionHandler())
          .setParameterExceptionHandler(
              (e, arguments) -> misused.handleParseException(placed(e, read), arguments))
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setOverwrittenOptionsAllowed(true)
          .execute(merged(read));
    }
    RunBuild build = new RunBuild(request(), spec.commandLine().getErr()::println);
    RunBuild.Built built;
    try (ProgressLine line = ProgressLine.start()) {
      built = build.run();
    } catch (Failure e) {
      throw listed(e);
    }
    PrintWriter out = spec.commandLine().getOut();
    Summary.print(built, out);
    return 0;
  }

  /** The same mistake with its line, where the definition made it. */
  private ParameterException placed(ParameterException e, Definition read) {
    if (!(e.getArgSpec() instanceof CommandLine.Model.OptionSpec option)) {
      return e;
    }
    String flag = option.longestName();
    boolean isOwn =
        ownArguments().stream().anyMatch(own -> own.equals(flag) || own.startsWith(flag + "="));
    String place = isOwn ? "" : read.place(flag.replaceFirst("^-+", ""));
    return place.isEmpty()
        ? e
        : new ParameterException(
            e.getCommandLine(), place + Commands.worded(e), e, e.getArgSpec(), e.getValue());
  }

  /** What the flags ask for. */
  RunBuild.Request request() throws Exception {
    String[] beamArguments = BeamArguments.of(unmatched, spec);
    QualityRules qualityRules = Removals.rules(rules, language);
    Removals.check(suppress);
    checkTopicModel();
    List<String> all = allInputs();
    if (all.isEmpty()) {
      throw new Failure(Failure.USAGE, "no input; name files, folders or globs");
    }
    if (output == null) {
      throw new Failure(Failure.USAGE, "no output; say where with -o DIR");
    }
    int workers = parallelism == null ? runner.defaultParallelism(beamArguments) : parallelism;
    if (workers < 1) {
      throw new Failure(Failure.USAGE, "--parallelism must be at least 1: " + workers);
    }
    if (keepGenerations < 1 || keepFailedDays < 0) {
      throw new Failure(Failure.USAGE, "--keep-generations must be at least 1");
    }
    return new RunBuild.Request(
        all,
        output,
        runner,
        workers,
        new PublicationGate(
            maxRejectedFiles / 100,
            maxRejectedBytes / 100,
            maxForgotten / 100,
            new DriftGate(maxArticlesDown / 100, lostSiteArticles),
            acceptDrift),
        unreadable == Unreadable.REJECT,
        formats.contains(OutputFormat.JSONL),
        new Retention(keepGenerations, Duration.ofDays(keepFailedDays)),
        singleWriter,
        metricsFile,
        new BuildSettings(
            segment,
            spans,
            keepRemovedText,
            topics,
            language,
            quality,
            topicModel == null ? null : topicModel.toString(),
            qualityRules,
            suppress.stream().map(Path::toString).toList(),
            duplicates.settings(),
            maskPii,
            pageTypes.settings()),
        resolved(all, qualityRules),
        beamArguments,
        Version.get());
  }

  /** Whether the user's model can be read: better told now than by a worker. */
  private void checkTopicModel() throws Failure {
    if (topicModel == null) {
      return;
    }
    try (InputStream in = Files.newInputStream(topicModel)) {
      TopicModel.load(in);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, topicModel + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(Failure.USAGE, "cannot read the topic model: " + Commands.reason(e), e);
    }
  }

  /** The definition's settings as flags, then the command line's own. */
  private String[] merged(Definition definition) throws Exception {
    Definition read = definition;
    boolean hasInputs = !positional.isEmpty() || !inputs.isEmpty() || inputList != null;
    if (hasInputs) {
      read = read.without("input").without("input-list");
    }
    read = rules.isEmpty() ? read : read.without("rules");
    read =
        spec.commandLine().getParseResult().hasMatchedOption("--page-types")
            ? read.without("page-types")
            : read;
    read = suppress.isEmpty() ? read : read.without("suppress");
    List<String> arguments = new ArrayList<>(read.asFlags());
    List<String> own = new ArrayList<>(ownArguments());
    for (int i = 0; i < own.size(); i++) {
      String argument = own.get(i);
      if (argument.equals("-f") || argument.equals("--definition")) {
        i++;
      } else if (!argument.startsWith("-f") && !argument.startsWith("--definition=")) {
        arguments.add(argument);
      }
    }
    return arguments.toArray(String[]::new);
  }

  private List<String> ownArguments() {
    CommandLine.ParseResult all = spec.root().commandLine().getParseResult();
    List<String> arguments = all.originalArgs();
    return spec.parent() == null ? arguments : arguments.subList(1, arguments.size());
  }

  private List<String> allInputs() throws Exception {
    List<String> all = new ArrayList<>(positional);
    all.addAll(inputs);
    if (inputList != null) {
      all.addAll(listedInputs().keySet());
    }
    return all;
  }

  /** The inputs of the list, each with the number of its line; {@code #} begins a comment. */
  private Map<String, Integer> listedInputs() throws IOException, Failure {
    Map<String, Integer> inputs = new LinkedHashMap<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(inputList)) {
        number++;
        if (!line.isBlank() && !line.strip().startsWith("#")) {
          inputs.putIfAbsent(line.strip(), number);
        }
      }
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, "no list of inputs " + inputList, e);
    } catch (MalformedInputException e) {
      throw new Failure(Failure.USAGE, inputList + " is not in UTF-8", e);
    }
    return inputs;
  }

  /** The same failure with list and line, where an input of the list is to blame. */
  private Failure listed(Failure failure) throws IOException, Failure {
    if (inputList == null || !(failure.getCause() instanceof InputListing.BadInput bad)) {
      return failure;
    }
    Integer line = bad.input() == null ? null : listedInputs().get(bad.input());
    return line == null
        ? failure
        : new Failure(
            failure.exitCode(), inputList + ": line " + line + ": " + failure.getMessage(), bad);
  }

  private Map<String, Object> resolved(List<String> all, QualityRules qualityRules) {
    Map<String, Object> values = new TreeMap<>();
    for (String name : BeamArguments.ownSettings(spec)) {
      Object value = spec.findOption(name).getValue();
      if (value != null) {
        boolean isPlain = value instanceof Number || value instanceof Boolean;
        values.put(name, isPlain ? value : String.valueOf(value));
      }
    }
    values.put("input", all);
    values.put("format", String.join(",", formats.stream().map(OutputFormat::toString).toList()));
    values.put("page-types", pageTypes.listed());
    values.put("rules", Removals.described(qualityRules));
    values.put("suppress", suppress.stream().map(Path::toString).toList());
    return values;
  }
}
