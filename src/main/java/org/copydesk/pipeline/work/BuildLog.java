package org.copydesk.pipeline.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.copydesk.corpus.Secrets;
import org.copydesk.corpus.StageTally;
import org.copydesk.text.Printable;

/** A readable line for each step and stage of a build, with its time, and without secrets. */
public final class BuildLog {
  private final Consumer<String> out;

  public BuildLog(Consumer<String> out) {
    this.out = out;
  }

  /** A line as it stands. */
  public void line(String text) {
    out.accept(
        Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + Printable.lines(Secrets.mask(text)));
  }

  public void line(String format, Object... values) {
    line(String.format(Locale.ROOT, format, values));
  }

  /** A line for each stage, and one for all that was sent between them: the manifest has each. */
  public void stages(List<StageTally> stages) {
    StageTally sent = new StageTally("Shuffle", 0, 0, 0, 0, 0, 0);
    for (StageTally stage : stages) {
      if (stage.stage().startsWith(StageClock.SHUFFLE)) {
        sent = sent.plus(stage);
      } else {
        stage(stage);
      }
    }
    stage(sent);
  }

  private void stage(StageTally stage) {
    line(
        "%-20s %,12d in %,12d out %,15d bytes in %9.1f s of processor",
        stage.stage(),
        stage.recordsIn(),
        stage.recordsOut(),
        stage.bytesIn(),
        stage.cpuNanos() / 1e9);
  }
}
