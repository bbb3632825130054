package org.copydesk.report;

import java.io.IOException;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Tables;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.storage.Storage;

/** Another generation's figures to compare with: its manifest's counts, and its mixes read anew. */
final class PreviousGeneration {
  private record Lost(String reason) {}

  private final Manifest manifest;
  final ValueCounts topics = new ValueCounts();
  final ValueCounts languages = new ValueCounts();
  final ValueCounts removed = new ValueCounts();
  final ValueCounts rejects = new ValueCounts();
  final SiteSurvey sites = new SiteSurvey();

  private PreviousGeneration(Manifest manifest) {
    this.manifest = manifest;
  }

  static PreviousGeneration read(Storage generation, PartStore store) throws IOException, Failure {
    PreviousGeneration read = new PreviousGeneration(Manifest.read(generation));
    ArticleLines.scanBefore(
        generation,
        store,
        (line, part, row) -> {
          read.topics.add(line.topic());
          read.languages.add(line.language());
        });
    new TableRows<>(generation, Tables.REMOVED.view(Lost.class))
        .scan((row, place) -> read.removed.add(row.reason()));
    new TableRows<>(generation, Tables.REJECTS.view(Lost.class))
        .scan((row, place) -> read.rejects.add(row.reason()));
    read.sites.read(generation);
    return read;
  }

  String buildId() {
    return manifest.json().path("build_id").asText();
  }

  long count(String name) {
    return manifest.count(name);
  }
}
