package org.copydesk.command;

import java.io.PrintWriter;
import java.util.List;
import org.copydesk.corpus.Check;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Verification;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Repeats every check of a generation. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Repeats every check of a generation, and holds every figure of its manifest against its",
      "files; 70 when one does not hold."
    })
final class VerifyCommand extends StoreCommand {
  @Parameters(
      paramLabel = "DIR",
      description = "A generation's folder, or an output: then its published generation.")
  private String folder;

  @Override
  public Integer call() throws Exception {
    Storage storage = GenerationFolder.in(locations(), folder);
    if (storage == null) {
      throw new Failure(Failure.OTHER, "no generation and no output: " + folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Check> checks = Verification.of(storage);
    long failed = 0;
    for (Check check : checks) {
      if (!check.holds()) {
        failed++;
        out.println(
            Printable.lines(
                "FAILS  " + check.name() + ": " + check.left() + " and " + check.right()));
      }
    }
    out.println(Printable.lines(checks.size() + " checks, " + failed + " failed: " + storage));
    return failed == 0 ? 0 : Failure.ACCOUNTING;
  }
}
