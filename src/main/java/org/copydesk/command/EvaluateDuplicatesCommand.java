package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.evaluate.DuplicatesEvaluation;
import org.copydesk.evaluate.DuplicatesResult;
import org.copydesk.evaluate.GenerationTables;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A generation's clusters against labelled pairs. */
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures a generation's clusters against labelled pairs.")
final class EvaluateDuplicatesCommand extends StoreCommand {
  @Option(
      names = "--gold",
      paramLabel = "LABELLED.jsonl",
      required = true,
      description = "Labelled pairs; repeatable. Held in memory.")
  private List<Path> gold;

  @Parameters(paramLabel = "DIR", description = "A generation, or an output with a published one.")
  private String folder;

  @Option(
      names = "--least-jaccard",
      paramLabel = "J",
      defaultValue = "0.7",
      description = "Labelled pairs under it need not be found.")
  private double leastJaccard;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    DuplicatesEvaluation evaluation = new DuplicatesEvaluation(leastJaccard);
    try {
      for (Path file : gold) {
        evaluation.readGold(file);
      }
    } catch (IllegalArgumentException | IOException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    Storage generation = GenerationFolder.in(locations(), folder);
    if (generation == null) {
      throw new Failure(Failure.USAGE, "no generation and no output: " + folder);
    }
    new GenerationTables(generation).clusters(evaluation);
    DuplicatesResult result = evaluation.result();
    PrintWriter out = spec.commandLine().getOut();
    out.print(result.text());
    out.println(result.json());
    out.flush();
    if (json != null) {
      Files.writeString(json, result.json() + "\n");
    }
    return 0;
  }
}
