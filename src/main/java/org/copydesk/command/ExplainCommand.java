package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.ExplainPage;
import org.copydesk.report.ExplainedPage;
import org.copydesk.segment.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One page the way the segmenter sees it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Shows each block of a page, its label and the rule that gave it.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A dump.")
  private Path file;

  @Option(
      names = "--record",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which of its records, from 0.")
  private long record;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page to look at.")
  private Path html;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new Failure(Failure.USAGE, "no file " + file);
    }
    ExplainPage.Explained explained = ExplainPage.of(file, record);
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
      Files.writeString(html, ExplainedPage.render(explained.page(), explained.segmented()));
    }
    if (isJson) {
      out.println(Explanation.renderJson(explained.page(), explained.segmented()));
    } else if (html == null) {
      out.println(Explanation.renderAnsi(explained.page(), explained.segmented()));
    }
    out.flush();
    return 0;
  }
}
