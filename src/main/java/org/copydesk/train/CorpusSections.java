package org.copydesk.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.topic.SectionTopics;
import org.copydesk.topic.TopicExample;
import org.copydesk.topic.TrainTopics;

/** The articles of a generation whose section, address or keywords say what they are about. */
public final class CorpusSections {
  private record Kept(
      String url,
      String site,
      String title,
      String text,
      String copyKind,
      String section,
      List<String> keywords) {}

  private CorpusSections() {}

  /** Labelled texts in the order of the corpus; holds their titles and texts in memory. */
  public static List<TrainTopics.SiteText> of(Storage generation) throws IOException {
    List<TrainTopics.SiteText> texts = new ArrayList<>();
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = rows.next(); row != null; row = rows.next()) {
        List<String> codes = SectionTopics.of(row.section(), row.keywords(), row.url());
        if (codes.isEmpty() || row.copyKind() != null) {
          continue;
        }
        String site = row.site() == null ? "" : row.site();
        texts.add(
            new TrainTopics.SiteText(new TopicExample(row.title(), row.text(), codes, null), site));
      }
    }
    return texts;
  }
}
