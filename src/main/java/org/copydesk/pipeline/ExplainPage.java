package org.copydesk.pipeline;

import java.io.IOException;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.html.tree.TextTooLong;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.RejectStage;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;
import org.copydesk.pipeline.sites.SampleIsFull;
import org.copydesk.pipeline.sites.SiteSampler;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.text.WorkLimit;

/** Reads one record of a dump and takes it apart as a build would. */
public final class ExplainPage {
  /**
   * What came of the record.
   *
   * @param page whose payload is the text that spans count in; null when it gave none
   * @param segmented how it was taken apart; null when it gave no page
   * @param site what it was taken for; null when it gave no page
   * @param rejected why it gave no page; null when it did
   */
  public record Explained(Page page, Segmented segmented, SiteModel site, Rejected rejected) {}

  private ExplainPage() {}

  /**
   * Reads a record with what the dumps to learn from teach: those of a build give what that build
   * learned, the dump alone what a build of it would learn.
   *
   * @param settings how dumps are read
   * @param file a dump
   * @param record which of its records, from 0
   * @param learnFrom globs, folders and files; none for the dump alone
   * @param html how HTML is taken apart, as in the build
   * @return null when the file has no such record
   */
  public static Explained of(
      Locations locations,
      DumpSettings settings,
      String file,
      long record,
      List<String> learnFrom,
      HtmlSettings html)
      throws IOException, Failure {
    List<Input> dump = locations.list(List.of(file));
    if (dump.size() != 1) {
      throw new Failure(Failure.USAGE, file + " is " + dump.size() + " files; name one");
    }
    List<Input> teaching = learnFrom.isEmpty() ? dump : locations.list(learnFrom);
    SiteModels sites = learn(locations, settings, teaching, html);
    Explained[] found = new Explained[1];
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            if (page.sourceRecord() == record) {
              found[0] = takeApart(page, sites, html);
              throw new SampleIsFull();
            }
          }

          @Override
          public void rejected(Rejected rejected) {
            boolean isIt = rejected.sourceRecord() == record || rejected.sourceRecord() < 0;
            if (isIt && found[0] == null) {
              found[0] = new Explained(null, null, null, rejected);
            }
          }
        };
    Input input = dump.get(0);
    try {
      new DumpReader(settings).read(locations.file(input), sink);
    } catch (SampleIsFull e) {
      // what comes after the record is not looked at
    }
    return found[0];
  }

  private static SiteModels learn(
      Locations locations, DumpSettings settings, List<Input> files, HtmlSettings html)
      throws IOException {
    SiteSampler sampler = new SiteSampler(locations, settings, html, Unreadable.THROWN);
    return SiteModels.learn(sampler.sample(SiteSampler.choose(files)));
  }

  /** Within the bounds of a build; over one of them it is what a build would say of it. */
  private static Explained takeApart(Page page, SiteModels sites, HtmlSettings html) {
    try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
      return takenApart(page, sites, html);
    } catch (WorkLimit.Exceeded e) {
      return refused(page, Reason.WORK_LIMIT, e);
    } catch (TextTooLong e) {
      return refused(page, Reason.PAYLOAD_TOO_LARGE, e);
    }
  }

  private static Explained refused(Page page, Reason reason, RuntimeException e) {
    Rejected rejected =
        new Rejected(
            page.sourceFile(),
            page.sourceRecord(),
            0,
            page.payload().length,
            RejectStage.SEGMENT,
            reason,
            e.getMessage());
    return new Explained(null, null, null, rejected);
  }

  private static Explained takenApart(Page page, SiteModels sites, HtmlSettings settings) {
    if (page.kind() != Page.Kind.HTML) {
      Segmenter.Reading read = new Segmenter(SegmentSettings.defaults()).read(page, sites);
      return new Explained(page, read.segmented(), read.site(), null);
    }
    SiteModel site = sites.forPage(page);
    HtmlPage html = new HtmlSegmenter(settings).read(page, site);
    return new Explained(page.withPayload(page.kind(), html.text()), html.segmented(), site, null);
  }
}
