package org.copydesk.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copydesk.dump.DumpFile;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;

/** Reads one record of a dump and takes it apart as a build would. */
public final class ExplainPage {
  /**
   * What came of the record.
   *
   * @param page whose payload is the text that spans count in; null when it gave none
   * @param segmented how it was taken apart; null when it gave no page
   * @param rejected why it gave no page; null when it did
   */
  public record Explained(Page page, Segmented segmented, Rejected rejected) {}

  private ExplainPage() {}

  /**
   * @param file a dump
   * @param record which of its records, from 0
   * @return null when the file has no such record
   */
  public static Explained of(Path file, long record) throws IOException {
    Explained[] found = new Explained[1];
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            if (page.sourceRecord() == record) {
              found[0] = takeApart(page);
            }
          }

          @Override
          public void rejected(Rejected rejected) {
            boolean isIt = rejected.sourceRecord() == record || rejected.sourceRecord() < 0;
            if (isIt && found[0] == null) {
              found[0] = new Explained(null, null, rejected);
            }
          }
        };
    new DumpReader(DumpSettings.defaults())
        .read(
            new DumpFile(
                file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file)),
            sink);
    return found[0];
  }

  private static Explained takeApart(Page page) {
    if (page.kind() != Page.Kind.HTML) {
      Segmented segmented = new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE);
      return new Explained(page, segmented, null);
    }
    HtmlPage html = new HtmlSegmenter(HtmlSettings.defaults()).read(page);
    Page flat =
        new Page(
            page.sourceFile(),
            page.sourceRecord(),
            page.sourceId(),
            page.fetchedAt(),
            page.url(),
            page.title(),
            page.publishedAt(),
            page.metadata(),
            page.kind(),
            html.text());
    return new Explained(flat, html.segmented(), null);
  }
}
