package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.ExplainPage;
import org.copydesk.report.ExplainedPage;
import org.copydesk.segment.Explanation;
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
  @Parameters(paramLabel = "FILE", description = "A dump, also hdfs://... and the like.")
  private String file;

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

  @Override
  public Integer call() throws Exception {
    ExplainPage.Explained explained =
        ExplainPage.of(locations(), file, record, learnFrom, pageTypes.settings());
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
          Explanation.renderAnsi(explained.page(), explained.segmented(), explained.site()));
    }
    out.flush();
    return 0;
  }
}
