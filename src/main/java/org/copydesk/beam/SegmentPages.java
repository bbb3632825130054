package org.copydesk.beam;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.dump.DumpSettings;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.pipeline.pages.Annotator;
import org.copydesk.pipeline.pages.PageReader;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.segment.SiteModels;

/**
 * Pages in; the article and the teasers of each out, or why there is no article. Pages are taken
 * apart one by one: nothing is learned of their sites, which a {@code copydesk build} does first.
 *
 * <pre>{@code
 * SegmentPages.Segments found = dumps.pages().apply(SegmentPages.create().withLanguages(false));
 * found.articles().apply(Convert.toRows());
 * }</pre>
 */
public final class SegmentPages extends PTransform<PCollection<Page>, SegmentPages.Segments> {
  private static final long serialVersionUID = 1;

  private static final TupleTag<PageArticle> ARTICLES = new TupleTag<>("articles") {};
  private static final TupleTag<PageTeaser> TEASERS = new TupleTag<>("teasers") {};
  private static final TupleTag<Rejected> REJECTED = new TupleTag<>("rejected") {};

  private final HtmlSettings html;
  private final boolean languages;

  private SegmentPages(HtmlSettings html, boolean languages) {
    this.html = html;
    this.languages = languages;
  }

  /** With the settings of a build, languages among them. */
  public static SegmentPages create() {
    return new SegmentPages(HtmlSettings.defaults(), true);
  }

  /** The same with HTML taken apart otherwise. */
  public SegmentPages withHtml(HtmlSettings other) {
    return new SegmentPages(other, languages);
  }

  /** The same with or without the language of each article. */
  public SegmentPages withLanguages(boolean identified) {
    return new SegmentPages(html, identified);
  }

  /**
   * What pages hold.
   *
   * @param articles one at most of each page
   * @param teasers each time one was seen
   * @param rejected pages without an article, and such that could not be taken apart
   */
  public record Segments(
      PCollection<PageArticle> articles,
      PCollection<PageTeaser> teasers,
      PCollection<Rejected> rejected)
      implements POutput {
    @Override
    public Pipeline getPipeline() {
      return articles.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ARTICLES, articles, TEASERS, teasers, REJECTED, rejected);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  @Override
  public Segments expand(PCollection<Page> pages) {
    PCollectionTuple found =
        pages.apply(
            "Take pages apart",
            ParDo.of(new SegmentFn(html, languages))
                .withOutputTags(ARTICLES, TupleTagList.of(TEASERS).and(REJECTED)));
    return new Segments(
        RecordSchema.of(PageArticle.class).on(found.get(ARTICLES)),
        RecordSchema.of(PageTeaser.class).on(found.get(TEASERS)),
        RecordSchema.of(Rejected.class).on(found.get(REJECTED)));
  }

  private static final class SegmentFn extends DoFn<Page, PageArticle> {
    private static final long serialVersionUID = 1;

    private final Counter articles = Metrics.counter(SegmentPages.class, "articles");
    private final Counter teasers = Metrics.counter(SegmentPages.class, "teasers");
    private final Counter rejects = Metrics.counter(SegmentPages.class, "rejected");
    private final HtmlSettings html;
    private final boolean languages;
    private transient TakePagesApart segmenter;

    SegmentFn(HtmlSettings html, boolean languages) {
      this.html = html;
      this.languages = languages;
    }

    @Setup
    public void setUp() {
      segmenter =
          new TakePagesApart(
              new PageReader(SiteModels.NONE, html),
              new Annotator(languages),
              false,
              DumpSettings.defaults().maxFieldChars());
    }

    @ProcessElement
    public void segment(@Element Page page, MultiOutputReceiver out) throws IOException {
      segmenter.take(page, new Routing(out));
    }

    private final class Routing implements TakePagesApart.Out {
      private final MultiOutputReceiver out;

      Routing(MultiOutputReceiver out) {
        this.out = out;
      }

      @Override
      public void article(Annotator.Annotated annotated) {
        ArticleRecord article = annotated.article();
        articles.inc();
        out.get(ARTICLES)
            .output(
                new PageArticle(
                    article.id().hex(),
                    article.sourceFile(),
                    article.sourceRecord(),
                    article.fetchedAt(),
                    article.language(),
                    article.languageConfidence(),
                    article.wordCount(),
                    article.article()));
      }

      @Override
      public void teasers(Page page, List<Teaser> found, String site, boolean isFront) {
        teasers.inc(found.size());
        for (Teaser teaser : found) {
          out.get(TEASERS)
              .output(new PageTeaser(page.sourceFile(), page.sourceRecord(), site, teaser));
        }
      }

      @Override
      public void span(Page page, Span span) {}

      @Override
      public void rejected(Page page, Rejected rejected, String site) {
        rejects.inc();
        out.get(REJECTED).output(rejected);
      }

      @Override
      public void part(Page page, Rejected part, String site) {
        rejected(page, part, site);
      }

      @Override
      public void page(String site, boolean hasArticle, int teasers) {}
    }
  }
}
