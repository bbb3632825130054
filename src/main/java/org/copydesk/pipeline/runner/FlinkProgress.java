package org.copydesk.pipeline.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.pipeline.work.Progress;

/**
 * Tells what a job on a cluster does: a line for each stage that ends, with its records and bytes,
 * and for the line a person watches the stages that run. Nothing is decided by it, so a cluster
 * that does not answer is asked again and no more.
 */
final class FlinkProgress implements RunnerChoice.Watch {
  private static final long REFRESH_MILLIS = 1_000;

  /** A vertex that works on groups is a step of ours; what stands between sorts outputs. */
  private static final Pattern STEP =
      Pattern.compile("GroupReduce \\(GroupReduce at .*?\\) -> FlatMap \\(FlatMap at ([^()]+)");

  /** What a step is made of, in the path that names a vertex. */
  private static final Set<String> INNER =
      Set.of("ParMultiDo", "Work on bucket", GroupInBuckets.class.getSimpleName());

  private final FlinkRest rest;
  private final String jobName;
  private final BuildLog told;
  private final Set<String> ended = new HashSet<>();
  private final Thread thread = new Thread(this::watch, "flink-progress");
  private String job;
  private String state = "";
  private volatile boolean isOver;

  private FlinkProgress(FlinkRest rest, String jobName, BuildLog told) {
    this.rest = rest;
    this.jobName = jobName;
    this.told = told;
  }

  static FlinkProgress start(FlinkRest rest, String jobName, BuildLog told) {
    FlinkProgress progress = new FlinkProgress(rest, jobName, told);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  private void watch() {
    while (!isOver) {
      look();
      try {
        Thread.sleep(REFRESH_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void look() {
    try {
      if (job == null) {
        job = rest.job(jobName);
        if (job == null) {
          return;
        }
        told.line("job %s runs as %s", job, jobName);
      }
      tell(rest.get("/jobs/" + job));
    } catch (IOException e) {
      // a cluster that is gone ends the build in its own way
    }
  }

  private void tell(JsonNode answer) {
    String now = answer.path("state").asText();
    if (!now.equals(state)) {
      if (!state.isEmpty() || !now.equals("RUNNING")) {
        told.line("job %s is %s", job, now.toLowerCase(Locale.ROOT));
      }
      state = now;
    }
    Map<String, Long> running = new LinkedHashMap<>();
    for (JsonNode vertex : answer.path("vertices")) {
      String stage = stage(vertex.path("name").asText());
      if (stage == null) {
        continue;
      }
      long records = vertex.path("metrics").path("read-records").asLong();
      long bytes = vertex.path("metrics").path("read-bytes").asLong();
      String status = vertex.path("status").asText();
      if (status.equals("RUNNING")) {
        running.put(stage, bytes);
      } else if (!status.equals("FINISHED")) {
        // Back at the start when a worker was lost.
        ended.remove(stage);
      } else if (ended.add(stage)) {
        double seconds = vertex.path("duration").asLong() / 1e3;
        told.line("%-20s %,12d records %,15d bytes in %9.1f s", stage, records, bytes, seconds);
      }
    }
    StringBuilder line = new StringBuilder();
    running.forEach(
        (stage, bytes) ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.1f MB", stage, bytes / 1e6)));
    Progress.tellRemote(ended.size() + " steps done; " + (line.isEmpty() ? state : line));
  }

  /**
   * The step a vertex works on, such as {@code Read dumps} of the stage {@code Read}; null for what
   * stands between.
   */
  static String stage(String vertex) {
    Matcher step = STEP.matcher(vertex);
    if (!step.find()) {
      return null;
    }
    String[] path = step.group(1).split("/", -1);
    int last = path.length - 1;
    while (last > 0 && INNER.contains(path[last])) {
      last--;
    }
    return path[last];
  }

  @Override
  public void close() {
    isOver = true;
    thread.interrupt();
    look();
    Progress.tellRemote(null);
  }
}
