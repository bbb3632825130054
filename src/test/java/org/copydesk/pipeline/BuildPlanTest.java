package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.time.Instant;
import org.copydesk.command.ParsedBuild;
import org.copydesk.compare.DriftGate;
import org.copydesk.compare.PublicationGate;
import org.copydesk.corpus.Manifest;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPlanTest {
  private static final PublicationGate GATE =
      new PublicationGate(.05, .01, .001, new DriftGate(.2, 40), true);

  @TempDir Path folder;

  @Test
  void aPlanIsReadAsItWasWritten() throws Exception {
    RunBuild.Request request =
        ParsedBuild.request(
            "in",
            "-o",
            "out",
            "--max-articles-down=20",
            "--lost-site-articles=40",
            "--max-forgotten=0.1",
            "--accept-drift",
            "--keep-generations=5");
    Instant begun = Instant.parse("2026-02-03T04:05:06Z");
    Manifest.Build build =
        new Manifest.Build(
            "b", "1", request.definition(), "direct", begun, begun, request.inputs(), 3, 4);
    BuildPlan plan =
        BuildPlan.of(build, request, new SideFiles(null, null, null, null), null, null);
    plan.write(Storage.local(folder));
    BuildPlan read = BuildPlan.read(Storage.local(folder));
    assertThat(read.toString(), is(plan.toString()));
    assertThat(read.gate(false), is(GATE));
    assertThat(read.retention().good(), is(5));
  }

  @Test
  void aPlanOfTheVersionBeforeIsRead() throws Exception {
    Storage work = Storage.local(folder);
    work.replaceText(
        "plan.json",
        """
        {"buildId":"b","version":"1","definition":{},"runner":"flink",
         "startedAt":"2026-02-03T04:05:06Z","inputs":["in"],"files":1,"bytes":2,"spans":false,
         "exportsDocuments":false,"parallelism":4,
         "gate":{"maxRejectedFiles":0.05,"maxRejectedBytes":0.01,"maxForgotten":0.001,
                 "maxArticlesDown":0.2,"lostSiteArticles":40,"acceptsDrift":true},
         "keepGood":3,"keepFailedDays":7,"metricsFile":null,"passesUnreadable":false,
         "sides":{"suppressed":null,"topicModel":null}}
        """);
    assertThat(BuildPlan.read(work).gate(false), is(GATE));
  }

  @Test
  void driftIsLetPassWhereThatIsAskedFor() {
    PublicationGate strict = new PublicationGate(1, 1, 1, new DriftGate(.1, 50), false);
    assertThat(strict.acceptingDrift().acceptsDrift(), is(true));
    assertThat(strict.acceptingDrift().drift(), is(strict.drift()));
  }
}
