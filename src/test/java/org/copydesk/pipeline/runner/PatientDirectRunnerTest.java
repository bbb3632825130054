package org.copydesk.pipeline.runner;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

class PatientDirectRunnerTest {
  @Test
  void theReleaseOfBeamInUseTakesTheClock() {
    DirectRunner runner = DirectRunner.fromOptions(PipelineOptionsFactory.create());
    assertThat(PatientDirectRunner.makePatient(runner), is(true));
  }

  @Test
  void pipelinesRunAsOnTheRunnerItself() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(PatientDirectRunner.class);
    Pipeline pipeline = Pipeline.create(options);
    PAssert.that(pipeline.apply(Create.of("a", "b", "a")).apply(Count.perElement()))
        .containsInAnyOrder(KV.of("a", 2L), KV.of("b", 1L));
    assertThat(pipeline.run().waitUntilFinish(), is(State.DONE));
  }

  /** The search for timers asks for each step; a thread asleep for each would never come back. */
  @Test
  void aThreadThatOnlyAsksIsSlowedDownAndNotStopped() {
    PatientClock clock = new PatientClock();
    long started = clock.now().getMillis();
    for (int i = 0; i < 20_000; i++) {
      clock.now();
    }
    assertThat(clock.now().getMillis() >= started, is(true));
  }
}
