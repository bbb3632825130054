package org.copydesk.command;

import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.report.CorpusReport;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a generation's report again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes report.html of a generation again, from its tables.")
final class ReportCommand extends StoreCommand {
  @Parameters(
      paramLabel = "DIR",
      description = "A generation's folder, or an output: then its published generation.")
  private String folder;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Generation to compare with; by default the finished one before in the output.")
  private String against;

  @Override
  public Integer call() throws Exception {
    Locations locations = locations();
    Storage generation = GenerationFolder.expectedIn(locations, folder);
    Storage before =
        against == null
            ? before(locations, generation.location())
            : GenerationFolder.expectedIn(locations, against);
    CorpusReport.write(generation, before, PartStore.NONE);
    spec.commandLine().getOut().println(generation.location(CorpusReport.NAME));
    return 0;
  }

  /** The generation before, where this one lies in an output. */
  private static Storage before(Locations locations, String location) throws java.io.IOException {
    int name = location.lastIndexOf('/');
    int folder = location.lastIndexOf("/generations/");
    if (folder < 0 || name != folder + "/generations".length()) {
      return null;
    }
    Generations generations = new Generations(locations.storage(location.substring(0, folder)));
    String before = generations.before(location.substring(name + 1));
    return before == null ? null : generations.generation(before);
  }
}
