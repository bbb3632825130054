package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.copydesk.command.options.DuplicateOptions;
import org.copydesk.command.options.GateOptions;
import org.copydesk.command.options.InputOptions;
import org.copydesk.command.options.JsonKeyOptions;
import org.copydesk.command.options.NightOptions;
import org.copydesk.command.options.PageTypeOptions;
import org.copydesk.command.options.Removals;
import org.copydesk.command.options.RetentionOptions;
import org.copydesk.command.options.SiteOptions;
import org.copydesk.command.options.StageOptions;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.RunBuild;
import org.copydesk.pipeline.runner.RunnerChoice;
import org.copydesk.pipeline.work.BuildSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = {"-f", "--definition"},
      paramLabel = "FILE",
      description = "YAML with settings by these names; a flag beats it.")
  private Path definition;

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
      description =
          "Workers; by default the machine's processors, one for less than a MB, or the cluster's slots.")
  private Integer parallelism;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "parquet",
      description = {
        "What is written besides Parquet: parquet for nothing; jsonl: the articles once more as JSON",
        "Lines in the shape of dolma's documents (id, text, source, added, created, metadata);",
        "markdown: their column markdown has the text of HTML with headings, lists, tables and links."
      })
  private List<OutputFormat> formats = new ArrayList<>();

  @Mixin private InputOptions inputs;

  @Mixin private StageOptions stages;

  @Mixin private GateOptions gate;

  @Mixin private RetentionOptions retention;

  @Mixin private NightOptions nights;

  @Mixin private JsonKeyOptions jsonKeys;

  @Mixin private SiteOptions sites;

  @Mixin private DuplicateOptions duplicates;

  @Mixin private PageTypeOptions pageTypes;

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
    RunBuild.Request request = request();
    RunBuild.Built built;
    try (ProgressLine line = ProgressLine.start()) {
      built = new RunBuild(request, line.above(spec.commandLine().getErr()::println)).run();
    } catch (Failure e) {
      throw inputs.listed(e);
    }
    PrintWriter out = spec.commandLine().getOut();
    Summary.print(built, request.inputs().get(0), out);
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
    OptionRanges.check(spec);
    BuildSettings settings =
        stages.settings(
            duplicates.settings(),
            pageTypes.settings().withMarkdown(formats.contains(OutputFormat.MARKDOWN)),
            jsonKeys.keys(sites.source()),
            sites.source());
    List<String> all = inputs.all();
    if (all.isEmpty()) {
      throw new Failure(Failure.USAGE, "no input; name files, folders or globs");
    }
    if (output == null) {
      throw new Failure(Failure.USAGE, "no output; say where with -o DIR");
    }
    int workers = parallelism == null ? defaultParallelism(all, beamArguments) : parallelism;
    if (workers < 1) {
      throw new Failure(Failure.USAGE, "--parallelism must be at least 1: " + workers);
    }
    return new RunBuild.Request(
        all,
        output,
        runner,
        workers,
        gate.gate(),
        unreadable == Unreadable.REJECT,
        formats.contains(OutputFormat.JSONL),
        retention.retention(),
        singleWriter,
        metricsFile,
        settings,
        stages.benchmarks(),
        stages.removesContaminated(),
        nights.night(),
        resolved(all, settings),
        beamArguments,
        Version.get());
  }

  private int defaultParallelism(List<String> all, String[] beamArguments) throws Failure {
    return runner == RunnerChoice.DIRECT && SmallInput.isForOneThread(all)
        ? 1
        : runner.defaultParallelism(beamArguments);
  }

  /** The definition's settings as flags, then the command line's own. */
  private String[] merged(Definition definition) throws Exception {
    Definition read = definition;
    if (inputs.areGiven()) {
      read = read.without("input").without("input-list");
    }
    read = stages.hasRules() ? read.without("rules") : read;
    read =
        spec.commandLine().getParseResult().hasMatchedOption("--page-types")
            ? read.without("page-types")
            : read;
    read = stages.suppresses() ? read.without("suppress") : read;
    read = stages.decontaminates() ? read.without("decontaminate") : read;
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

  private Map<String, Object> resolved(List<String> all, BuildSettings settings) {
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
    values.put("rules", Removals.described(settings.rules()));
    values.put("suppress", settings.suppress());
    values.put("decontaminate", stages.decontaminated());
    return values;
  }
}
