package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.command.options.JsonKeyOptions;
import org.copydesk.command.options.PageTypeOptions;
import org.copydesk.command.options.SiteOptions;
import org.copydesk.corpus.Failure;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dump.DumpSettings;
import org.copydesk.evaluate.ExplainedPair;
import org.copydesk.evaluate.ExplainedStory;
import org.copydesk.pipeline.ExplainPage;
import org.copydesk.report.ExplainedPage;
import org.copydesk.segment.Explanation;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One page the way the segmenter sees it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Shows each block of a page, its label and the rule that gave it.")
final class ExplainCommand extends StoreCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..3",
      description = {
        "A dump, also hdfs://... and the like; - reads standard input. With --pair: OUTPUT A B, an",
        "output or a generation and two of its articles, by id or FILE#RECORD. With --story:",
        "OUTPUT A, one article of the story, or the story's id."
      })
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--pair",
      description = "Tells why two articles are one, or are not: keys, shingles, values, the rule.")
  private boolean isPair;

  @Option(
      names = "--story",
      description = "Tells who had a story first and why, who ran it and how it changed.")
  private boolean isStory;

  @Option(
      names = "--learn-from",
      paramLabel = "INPUT",
      description = {
        "Dumps that teach the sites, as the inputs of a build do; repeatable. By default the",
        "dump alone: a page is then read as a build of this one file reads it."
      })
  private List<String> learnFrom = new ArrayList<>();

  @Option(
      names = "--record",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which of its records, from 0.")
  private long record;

  @Mixin private PageTypeOptions pageTypes;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page to look at.")
  private Path html;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "Colours; auto has them on a terminal, unless NO_COLOR is set.")
  private Colour colour;

  @Mixin private JsonKeyOptions jsonKeys;

  @Mixin private SiteOptions sites;

  @Override
  public Integer call() throws Exception {
    if (isPair) {
      return explainPair();
    }
    if (isStory) {
      return explainStory();
    }
    if (named.size() != 1) {
      throw new Failure(
          Failure.USAGE, "one FILE is explained (or --pair OUTPUT A B), not also " + named.get(1));
    }
    String file = named.get(0);
    ExplainPage.Explained explained =
        ExplainPage.of(
            locations(),
            DumpSettings.defaults().withKeys(jsonKeys.keys(sites.source()), sites.source()),
            file,
            record,
            learnFrom,
            pageTypes.settings());
    if (explained == null) {
      throw new Failure(Failure.USAGE, file + " has no record " + record);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (explained.page() == null) {
      String message = explained.rejected().message();
      throw new Failure(
          Failure.OTHER,
          "record "
              + record
              + " gave no page: "
              + explained.rejected().reason().stored()
              + (message == null ? "" : ", " + message));
    }
    if (html != null) {
      Files.writeString(
          html,
          ExplainedPage.render(
              explained.page(), explained.segmented(), explained.site().toString()));
    }
    if (isJson) {
      out.println(
          Explanation.renderJson(explained.page(), explained.segmented(), explained.site()));
    } else if (html == null) {
      out.println(
          colour.isWanted()
              ? Explanation.renderAnsi(explained.page(), explained.segmented(), explained.site())
              : Explanation.renderPlain(explained.page(), explained.segmented(), explained.site()));
    }
    out.flush();
    return 0;
  }

  private int explainStory() throws Exception {
    if (named.size() != 2) {
      throw new Failure(Failure.USAGE, "--story is followed by OUTPUT A");
    }
    try {
      Storage generation = GenerationFolder.expectedIn(locations(), named.get(0));
      spec.commandLine().getOut().print(ExplainedStory.of(generation, named.get(1)));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int explainPair() throws Exception {
    if (named.size() != 3) {
      throw new Failure(Failure.USAGE, "--pair is followed by OUTPUT A B");
    }
    try {
      spec.commandLine()
          .getOut()
          .print(
              ExplainedPair.of(
                  GenerationFolder.expectedIn(locations(), named.get(0)),
                  named.get(1),
                  named.get(2),
                  NearDuplicatePolicy.DEFAULT));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
