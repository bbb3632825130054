package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Manifest;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;

/** What each stage took in, gave and cost. */
final class StageTimes {
  private static final int BARS = 10;

  private final Manifest manifest;

  StageTimes(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Stages by processor time, without those that took next to none. */
  Chart stageTimes() {
    List<Chart.Bar> bars = new ArrayList<>();
    double all = 0;
    for (JsonNode stage : manifest.json().path("stages")) {
      all += stage.path("cpu_seconds").asDouble();
    }
    for (JsonNode stage : manifest.json().path("stages")) {
      double seconds = stage.path("cpu_seconds").asDouble();
      if (seconds >= all / 200) {
        bars.add(
            Chart.Bar.of(Shown.text(stage.path("name").asText(), 60), 0)
                .taking(seconds, Figures.seconds(seconds)));
      }
    }
    bars.sort(Comparator.comparingDouble(Chart.Bar::value).reversed());
    return new Chart(
        "stages-chart",
        Chart.Kind.BARS,
        "Processor time by stage",
        "stage",
        "CPU time",
        bars,
        "Stages that took less than half a percent are in the table alone.");
  }

  List<Report.Stage> stages() {
    List<Report.Stage> stages = new ArrayList<>();
    for (JsonNode stage : manifest.json().path("stages")) {
      double cpu = stage.path("cpu_seconds").asDouble();
      long in = stage.path("records_in").asLong();
      long bytesIn = stage.path("bytes_in").asLong();
      String rate =
          cpu < 0.001
              ? ""
              : String.format(
                  Locale.ROOT,
                  "%,.0f records/s, %s/s",
                  in / cpu,
                  Figures.bytes((long) (bytesIn / cpu)));
      stages.add(
          new Report.Stage(
              Shown.text(stage.path("name").asText(), 60),
              Figures.count(in),
              Figures.count(stage.path("records_out").asLong()),
              Figures.bytes(bytesIn),
              Figures.bytes(stage.path("bytes_out").asLong()),
              Figures.seconds(cpu),
              Figures.seconds(stage.path("wall_seconds").asDouble()),
              rate));
    }
    // Stages of work first, then what was sent between them, each in its order.
    stages.sort(Comparator.comparing(stage -> stage.name().startsWith("Shuffle")));
    return stages;
  }
}
