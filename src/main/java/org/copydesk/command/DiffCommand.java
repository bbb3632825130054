package org.copydesk.command;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.copydesk.compare.GenerationDiff;
import org.copydesk.compare.RowChange;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;
import org.copydesk.text.SnakeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what differs between two generations. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Tells what differs between two generations: input files, articles and teasers that were",
      "added, removed or changed, articles in another cluster, teasers counted or linked anew.",
      "Rows are matched by id; those without a partner by address, then by their place in the input.",
      ""
    })
final class DiffCommand extends StoreCommand {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A generation's folder, or an output: then its published generation.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same.")
  private String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Differences of each kind that are printed.")
  private long limit;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Write every difference to a file of JSON Lines.")
  private Path changes;

  @Option(names = "--json", description = "Print the counts as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Locations locations = locations();
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Long> printed = new HashMap<>();
    Path scratch = Files.createTempDirectory("copydesk-diff-");
    GenerationDiff diff;
    try (Writer file =
        changes == null
            ? Writer.nullWriter()
            : new BufferedWriter(Files.newBufferedWriter(changes))) {
      diff =
          GenerationDiff.of(
              GenerationFolder.expectedIn(locations, before),
              GenerationFolder.expectedIn(locations, after),
              scratch,
              change -> {
                if (changes != null) {
                  file.write(SnakeJson.of(change) + "\n");
                }
                long shown = printed.merge(change.table() + change.kind(), 1L, Long::sum);
                if (!json && shown <= limit) {
                  out.println(line(change));
                }
              });
    } finally {
      Storage.local(scratch).delete("");
    }
    if (json) {
      out.println(asJson(diff));
    } else {
      print(diff, out);
    }
    out.flush();
    return 0;
  }

  private static String line(RowChange change) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-9s %-12s ", change.table(), change.kind()));
    line.append(Printable.of(change.id(), 200));
    if (change.title() != null) {
      line.append("  ").append(Printable.of(change.title(), 60));
    }
    if (change.wasId() != null) {
      line.append("  was ").append(Printable.of(change.wasId(), 200));
    }
    if (!change.columns().isEmpty()) {
      line.append("  (").append(String.join(", ", change.columns())).append(")");
    }
    if (change.reason() != null) {
      line.append("  ").append(Printable.of(change.reason(), 60));
    }
    return line.toString();
  }

  private static void print(GenerationDiff diff, PrintWriter out) {
    diff.tables()
        .forEach(
            (table, counts) -> {
              StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-9s", table));
              counts.forEach(
                  (kind, count) -> line.append(String.format(Locale.ROOT, " %s %,d", kind, count)));
              out.println(line);
            });
    if (!diff.algorithms().isEmpty()) {
      out.println("versions  " + String.join(", ", diff.algorithms()));
    }
    if (diff.hasMovedIds()) {
      out.println("ids were made by other rules: compared by address and by place in the input");
    }
  }

  /** Counts by table, then what of the generations differs as a whole. */
  private static String asJson(GenerationDiff diff) {
    Map<String, Object> fields = new LinkedHashMap<>(diff.tables());
    fields.put("algorithms", diff.algorithms());
    fields.put("ids_moved", diff.hasMovedIds());
    return SnakeJson.pretty(fields);
  }
}
