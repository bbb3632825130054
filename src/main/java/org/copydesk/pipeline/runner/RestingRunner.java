package org.copydesk.pipeline.runner;

import java.lang.reflect.Method;
import org.apache.beam.runners.direct.Clock;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.vendor.guava.v32_1_2_jre.com.google.common.base.Supplier;

/**
 * The direct runner, whose threads rest where they have nothing to do: of its own it looks at every
 * step again and again, a whole processor's worth for each thread while another one works alone.
 * That look asks for the time, so its clock lets it rest ({@link RestingClock}). Where the runner's
 * clock cannot be set, it runs as it is.
 */
public final class RestingRunner extends PipelineRunner<PipelineResult> {
  private final DirectRunner runner;

  private RestingRunner(DirectRunner runner) {
    this.runner = runner;
  }

  /** By this name Beam makes a runner. */
  public static RestingRunner fromOptions(PipelineOptions options) {
    DirectRunner runner = DirectRunner.fromOptions(options);
    rest(runner);
    return new RestingRunner(runner);
  }

  /** Gives a runner a clock that rests; whether it could. */
  static boolean rest(DirectRunner runner) {
    try {
      Method get = DirectRunner.class.getDeclaredMethod("getClockSupplier");
      Method set = DirectRunner.class.getDeclaredMethod("setClockSupplier", Supplier.class);
      get.setAccessible(true);
      set.setAccessible(true);
      Supplier<?> given = (Supplier<?>) get.invoke(runner);
      Supplier<Clock> resting = () -> new RestingClock((Clock) given.get());
      set.invoke(runner, resting);
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return false;
    }
  }

  @Override
  public PipelineResult run(Pipeline pipeline) {
    return runner.run(pipeline);
  }
}
