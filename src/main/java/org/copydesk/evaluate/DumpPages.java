package org.copydesk.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.LocalFiles;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;

/**
 * Takes the pages of dumps apart as a build would, without building: learns the sites from a
 * bounded sample, then hands on each page as it was found. Holds the sample and one page.
 */
public final class DumpPages {
  private final List<InputListing.Input> files;
  private final DumpReader reader = new DumpReader(DumpSettings.defaults(), Unreadable.THROWN);
  private final HtmlSegmenter html;

  private DumpPages(List<InputListing.Input> files, HtmlSettings html) {
    this.files = files;
    this.html = new HtmlSegmenter(html);
  }

  /**
   * @param inputs globs, folders or files, as a build takes them
   * @param html how HTML is read
   * @throws InputListing.BadInput where one matches nothing
   */
  public static DumpPages of(List<String> inputs, HtmlSettings html)
      throws IOException, InputListing.BadInput {
    return new DumpPages(InputListing.list(inputs), html);
  }

  /** What the sites of these dumps teach. */
  public SiteModels learn() throws IOException {
    SiteSample sample = new SiteSample();
    each(page -> sample.add(isHtml(page) ? html.linesToLearnFrom(page) : page));
    return SiteModels.learn(sample);
  }

  /** Hands on every page taken apart; records that give no page are passed over. */
  public void read(SiteModels sites, Consumer<PageRecord> to) throws IOException {
    Segmenter text = new Segmenter(SegmentSettings.defaults());
    each(
        page -> {
          Segmented found =
              isHtml(page)
                  ? html.read(page, sites.forPage(page)).segmented()
                  : text.segment(page, sites);
          to.accept(record(page, found));
        });
  }

  private static boolean isHtml(Page page) {
    return page.kind() == Page.Kind.HTML;
  }

  private void each(Consumer<Page> to) throws IOException {
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            to.accept(page);
          }

          @Override
          public void rejected(Rejected rejected) {}
        };
    for (InputListing.Input file : files) {
      reader.read(file.dump(() -> Files.newInputStream(LocalFiles.path(file.path()))), sink);
    }
  }

  /** A page as it was found, in the form of labelled pages. */
  public static PageRecord record(Page page, Segmented found) {
    Article article = found.article();
    List<PageRecord.TeaserFields> teasers = new ArrayList<>();
    for (Teaser teaser : found.teasers()) {
      teasers.add(new PageRecord.TeaserFields(null, teaser.title(), teaser.snippet()));
    }
    PageRecord.ArticleFields fields =
        article == null
            ? null
            : new PageRecord.ArticleFields(
                article.title(),
                article.text(),
                article.byline(),
                article.provider(),
                article.publishedAt());
    return new PageRecord(page.sourceFile(), page.sourceRecord(), fields, teasers);
  }
}
