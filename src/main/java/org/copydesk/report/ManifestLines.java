package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.Manifest;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;

/** What the manifest says of checks, caps and settings, for a reader. */
final class ManifestLines {
  private final Manifest manifest;

  ManifestLines(Manifest manifest) {
    this.manifest = manifest;
  }

  List<Report.CheckLine> checks() {
    List<Report.CheckLine> failed = new ArrayList<>();
    List<Report.CheckLine> held = new ArrayList<>();
    for (JsonNode check : manifest.json().path("checks")) {
      boolean holds = check.path("holds").asBoolean();
      if (failed.size() + held.size() < 500 || !holds) {
        (holds ? held : failed)
            .add(
                new Report.CheckLine(
                    Shown.text(check.path("name").asText(), 240),
                    side(check.path("left").asText(), holds),
                    side(check.path("right").asText(), holds),
                    holds));
      }
    }
    failed.addAll(held);
    return failed;
  }

  /** A side of a check for a reader: digests say nothing but that they agree. */
  private static String side(String value, boolean holds) {
    if (holds && value.matches("[0-9a-f]{32,}")) {
      return "the same digest";
    }
    return value.matches("\\d{4,18}")
        ? Figures.count(Long.parseLong(value))
        : Shown.text(value, 120);
  }

  List<Report.CapLine> caps() {
    List<Report.CapLine> lines = new ArrayList<>();
    for (CapTally tally : manifest.forgotten()) {
      lines.add(
          new Report.CapLine(
              tally.cap().spoken(),
              Figures.count(tally.compared()),
              Figures.count(tally.forgotten()),
              Figures.share(tally.forgotten(), tally.compared()),
              tally.cap().meaning(),
              tally.forgotten() > 0));
    }
    return lines;
  }

  List<Report.Setting> settings() {
    List<Report.Setting> settings = new ArrayList<>();
    JsonNode root = manifest.json();
    for (String group : List.of("definition", "algorithms", "digests")) {
      for (Map.Entry<String, JsonNode> entry : root.path(group).properties()) {
        JsonNode value = entry.getValue();
        settings.add(
            new Report.Setting(
                group,
                Shown.text(entry.getKey(), 80),
                Shown.text(value.isTextual() ? value.asText() : value.toString(), 600)));
      }
    }
    return settings;
  }
}
