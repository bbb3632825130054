package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.copydesk.evaluate.StoriesEvaluation;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A generation's stories against those that were planted. */
@Command(
    name = "stories",
    mixinStandardHelpOptions = true,
    description = "Measures origins, versions and teasers in time against planted stories.")
final class EvaluateStoriesCommand extends StoreCommand {
  @Option(
      names = "--gold",
      paramLabel = "DIR",
      required = true,
      description = "The folder truth that generate --nights wrote. Held in memory.")
  private Path gold;

  @Parameters(paramLabel = "DIR", description = "A generation, or an output with a published one.")
  private String folder;

  @Override
  public Integer call() throws Exception {
    Storage generation = GenerationFolder.expectedIn(locations(), folder);
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.print(StoriesEvaluation.of(generation, gold).text());
    } catch (IOException e) {
      throw new Failure(Failure.USAGE, Failure.reason(e), e);
    }
    out.flush();
    return 0;
  }
}
