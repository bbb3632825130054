package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.corpus.Failure;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.evaluate.DuplicatesEvaluation;
import org.copydesk.evaluate.DuplicatesResult;
import org.copydesk.evaluate.GenerationTables;
import org.copydesk.evaluate.LabelledPair;
import org.copydesk.evaluate.PairsEvaluation;
import org.copydesk.evaluate.PairsInGeneration;
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
      description = {
        "Labelled pairs; repeatable. Held in memory. Pairs with a label (same, version, series ...)",
        "are looked up by source_id, or, without a generation, decided each by itself."
      })
  private List<Path> gold;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A generation, or an output with a published one.")
  private String folder;

  @Option(
      names = "--documents",
      paramLabel = "FILE",
      description = "JSON Lines with the documents of pairs that only name them; repeatable.")
  private List<Path> documents = new ArrayList<>();

  @Option(
      names = "--wrong",
      description = "Also the pairs that were answered otherwise than labelled.")
  private boolean showsWrong;

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
    if (isLabelled()) {
      return evaluatePairs();
    }
    if (folder == null) {
      throw new Failure(Failure.USAGE, "these pairs are looked up in a generation: name one");
    }
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

  private boolean isLabelled() throws Failure {
    try (Stream<String> lines = Files.lines(gold.get(0))) {
      return lines.findFirst().orElse("").contains("\"label\"");
    } catch (IOException | UncheckedIOException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  private int evaluatePairs() throws Exception {
    PairsEvaluation evaluation = new PairsEvaluation(NearDuplicatePolicy.DEFAULT);
    PairsInGeneration found =
        folder == null
            ? null
            : PairsInGeneration.in(GenerationFolder.expectedIn(locations(), folder));
    for (Path file : gold) {
      try {
        for (LabelledPair pair : LabelledPair.read(file, documents)) {
          if (found != null) {
            evaluation.accept(pair, found.answer(pair));
          } else if (pair.a().article() == null || pair.b().article() == null) {
            throw new Failure(
                Failure.USAGE, file + ": a document is not in --documents: " + pair.a().id());
          } else {
            evaluation.accept(pair);
          }
        }
      } catch (IllegalArgumentException | IOException e) {
        throw new Failure(Failure.USAGE, e.getMessage(), e);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(evaluation.text());
    if (showsWrong) {
      out.print(evaluation.wrong());
    }
    out.flush();
    return 0;
  }
}
