package org.copydesk.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.copydesk.cache.CacheStore;
import org.copydesk.cache.CacheUse;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.OutputLock;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what incremental builds keep, and removes what is not needed or all of it. */
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Shows what incremental builds of an output keep of their inputs, and clears it away.",
      "Nothing of a corpus hangs on it: what is not there is read again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "75:a build holds the output", "1:anything else"})
final class CacheCommand extends StoreCommand {
  @Parameters(paramLabel = "OUTPUT", description = "Output of builds.")
  private String output;

  @Option(
      names = "--clean",
      paramLabel = "unused|all",
      arity = "0..1",
      fallbackValue = "unused",
      description = {
        "Remove the entries that no kept generation was made from, as each incremental build does",
        "that publishes; with all every entry."
      })
  private Cleaned clean;

  /** What is removed. */
  private enum Cleaned {
    UNUSED,
    ALL
  }

  @Override
  public Integer call() throws Exception {
    Storage storage = locations().storage(output);
    Generations generations = new Generations(storage);
    CacheUse use = new CacheUse(CacheStore.of(storage));
    PrintWriter out = spec.commandLine().getOut();
    if (clean != null) {
      try (OutputLock lock = OutputLock.take(storage, generations.newName(Instant.now(), 0))) {
        List<String> kept = clean == Cleaned.ALL ? List.of() : generations.finished();
        line(out, "removed", use.clean(kept));
      }
    }
    CacheUse.Survey survey = use.survey(generations.finished());
    line(out, "entries", survey.all());
    survey.byGeneration().forEach((generation, size) -> line(out, generation, size));
    line(out, "unused", survey.unused());
    out.flush();
    return 0;
  }

  private static void line(PrintWriter out, String name, CacheUse.Size size) {
    out.printf(Locale.ROOT, "%-24s%,d, %s%n", name, size.entries(), ByteSize.of(size.bytes()));
  }
}
