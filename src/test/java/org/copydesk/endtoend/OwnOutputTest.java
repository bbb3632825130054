package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds whose output lies among their dumps. */
class OwnOutputTest {
  @TempDir Path folder;

  @Test
  void aSecondBuildReadsNothingThatTheFirstWrote() throws IOException {
    Path dumps = folder.resolve("dumps");
    new MadeSite("harbour.test", 5).write(dumps);
    Path output = dumps.resolve("corpus");
    Path metrics = dumps.resolve("copydesk.prom");
    String[] arguments = {dumps.toString(), "--metrics-file=" + metrics};
    assertThat(Corpus.run(output, arguments), is(0));
    Path first = Corpus.published(output).generation();
    assertThat(Files.exists(metrics), is(true));
    String told =
        Printed.by(
            0, "build", "-o", output.toString(), dumps.toString(), "--metrics-file=" + metrics);
    assertThat(told, containsString("that builds wrote, at " + metrics + ", " + output));
    assertThat(told, containsString("listed 1 files"));
    assertThat(Corpus.published(output).generation(), is(first));
  }

  @Test
  void anOutputThatIsTheInputIsRefused() throws IOException {
    Path dumps = folder.resolve("dumps");
    new MadeSite("harbour.test", 5).write(dumps);
    String told = Printed.by(Failure.USAGE, "build", dumps.toString(), "-o", dumps.toString());
    assertThat(told, containsString("is the output"));
    assertThat(Files.exists(dumps.resolve("generations")), is(false));
    assertThat(Commands.run("build", dumps.toString(), "-o", folder.toString()), is(Failure.USAGE));
  }
}
