package org.copydesk.html;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.html.stated.PageStatements;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.HtmlTree;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.PageType;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Stated;
import org.copydesk.model.Teaser;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.segment.PageLayout;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.WeighedArticle;
import org.copydesk.segment.fields.DatelineReader;
import org.jsoup.nodes.Document;

/**
 * Takes a page of HTML apart with the help of its tree: article with metadata, teasers with link
 * targets, spans over the text in reading order. A page without an article says why.
 *
 * <pre>{@code
 * HtmlPage page = new HtmlSegmenter(HtmlSettings.defaults()).read(crawled);
 * page.segmented().article().title(); // "Harbour reopens after storm"
 * }</pre>
 *
 * <p>Keeps nothing between pages, so one instance may serve many threads.
 */
public final class HtmlSegmenter implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Version of the rules, for manifests. */
  public static final int VERSION = 10;

  /** Paragraphs among which one begins with a dateline, where the page has one. */
  private static final int MOST_BEFORE_DATELINE = 3;

  /** Blocks between teasers of one list: a section's name, a time, a picture's line. */
  private static final int MOST_BETWEEN_TEASERS = 3;

  private final HtmlSettings settings;

  /** Null for the one that comes with the program. */
  private final transient BlockModel learned;

  public HtmlSegmenter(HtmlSettings settings) {
    this(settings, null);
  }

  /** With other weights of blocks. */
  HtmlSegmenter(HtmlSettings settings, BlockModel learned) {
    this.settings = settings;
    this.learned = learned;
  }

  /** As {@link #read(Page)}, without the text the spans count in. */
  public Segmented segment(Page page) {
    return read(page).segmented();
  }

  /** As {@link #read(Page, SiteModel)}, with nothing known of the site. */
  public HtmlPage read(Page page) {
    return read(page, SiteModel.NONE);
  }

  /**
   * What a site's recurring lines are learned from: the title and the lines that would be body,
   * each followed by a blank line, as a page of text. Empty for a page without an article.
   */
  public Page linesToLearnFrom(Page page) {
    return lesson(page).lines();
  }

  /**
   * What a site is learned from.
   *
   * @param lines see {@link #linesToLearnFrom}
   * @param layout where the parts of an article stand in the tree
   */
  public record Lesson(Page lines, PageLayout layout) {}

  /** What a page teaches of its site. */
  public Lesson lesson(Page page) {
    Judged judged = judged(page, SiteModel.NONE);
    HtmlPage read = judged.page();
    boolean hasArticle = read.segmented().article() != null;
    StringBuilder lines = new StringBuilder();
    if (hasArticle) {
      for (Span span : read.segmented().spans()) {
        if (span.label() == Label.BODY || span.label() == Label.TITLE) {
          int length = span.end() - span.start();
          lines.append(new String(read.text(), span.start(), length, StandardCharsets.UTF_8));
          lines.append("\n\n");
        }
      }
    }
    return new Lesson(
        page.withPayload(Page.Kind.TEXT, lines.toString().getBytes(StandardCharsets.UTF_8)),
        hasArticle ? LayoutReader.of(judged.blocks(), page.fetchedAt()) : PageLayout.NONE);
  }

  /**
   * Takes apart a page of kind HTML; its payload is read as UTF-8.
   *
   * @param site what is known of the page's site; {@link SiteModel#NONE} where nothing is
   * @throws TextTooLong when its tree holds more text than a page may
   */
  public HtmlPage read(Page page, SiteModel site) {
    return judged(page, site).page();
  }

  /** A page taken apart, with what its kind was decided from. */
  record Judged(
      HtmlPage page,
      PageKind kind,
      KindEvidence evidence,
      PageBlocks blocks,
      StatedBody stated,
      double[] signs) {}

  /**
   * The signs that tell how likely the fields of a page's article are right, by number of {@link
   * FieldSigns}, and the article; null where there is none.
   */
  public WeighedArticle weighed(Page page) {
    Judged judged = judged(page, SiteModel.NONE);
    Article article = judged.page().segmented().article();
    return article == null ? null : new WeighedArticle(article, judged.signs());
  }

  Judged judged(Page page, SiteModel site) {
    Document document =
        HtmlTree.parse(
            new String(page.payload(), StandardCharsets.UTF_8), page.url(), settings.maxDepth());
    String pageTitle = document.title();
    TellingElements elements = TellingElements.of(document);
    StructuredData data = StructuredData.of(elements, settings.uses(HtmlEvidence.STRUCTURED_DATA));
    PageBlocks blocks = PageBlocks.of(document, settings.maxText());
    List<Box> others = List.of();
    if (!data.types.contains("liveblogposting")) {
      List<String> titles = new ArrayList<>(data.headlines);
      titles.add(data.meta("og:title"));
      titles.add(pageTitle);
      others = StoryParts.others(blocks, titles);
      others.forEach(other -> other.isOtherStory = true);
      elements.leaveOut(others.stream().map(other -> other.element).toList());
    }
    Box body = new BodyChooser(blocks, settings).choose();
    PageFacts facts = PageFacts.of(page, document, pageTitle, elements, blocks, body, data);
    SiteModel known = settings.uses(HtmlEvidence.SITE_KNOWLEDGE) ? site : SiteModel.NONE;
    StatedBody stated = new StatedBody(data.bodies);
    new BodyLabels(blocks, settings, facts, stated, known).label(body);
    HeadLabels.label(blocks, body, facts);
    new CreditBlocks(blocks).label();
    labelOthers(blocks, others);
    List<TreeTeasers.Found> teasers =
        new TreeTeasers(blocks, PageAddress.base(elements, page.url(), facts.url()), facts.url())
            .find();
    KindEvidence evidence = KindEvidence.of(document, elements, blocks, data, facts, teasers, body);
    PageType likeliest = PageKind.likeliest(data, evidence);
    if (ListBody.isOf(likeliest, settings) || ListBody.isAll(blocks, settings)) {
      teasers = ListBody.label(blocks, teasers);
    } else if (DocumentBody.isOf(likeliest, settings)) {
      DocumentBody.label(blocks, body);
    }
    if (likeliest == PageType.PRODUCT && settings.pageTypes().contains(likeliest)) {
      new StatedBody(described(data)).labelProduct(blocks);
    }
    PageKind kind =
        PageKind.of(pageTitle, blocks, data, facts.title(), teasers, evidence, settings);
    double[] signs = FieldSigns.of(pageTitle, blocks, data, facts, evidence, kind.article());
    Reason skip = kind.skip();
    boolean isProse = kind.type() == PageType.ARTICLE || kind.type() == PageType.LIVE;
    if (skip == null && isProse && settings.uses(HtmlEvidence.LEARNED_BLOCKS)) {
      BlockModel model = learned == null ? BlockModel.shipped() : learned;
      FieldSigns.body(signs, new LearnedBody(blocks, model, stated).label());
    }
    if (skip != null) {
      for (TextBlock block : blocks.blocks()) {
        if (block.label == Label.BODY) {
          block.label(Label.BOILERPLATE, "page-without-article");
        }
      }
    }
    // Pages that scripts fill in have their text in the data alone.
    boolean isUntold = skip == Reason.EMPTY_PAGE || skip == Reason.NO_ARTICLE;
    boolean isWanted = settings.pageTypes().contains(PageType.ARTICLE);
    List<String> paragraphs =
        isUntold && isWanted && data.isArticle ? stated.paragraphs() : List.of();
    return new Judged(
        written(
            blocks,
            paragraphs.isEmpty() ? skip : null,
            facts,
            PageStatements.of(elements, data),
            kind,
            signs,
            teasers,
            paragraphs,
            others,
            settings.writesMarkdown()),
        kind,
        evidence,
        blocks,
        stated,
        signs);
  }

  /** What a page says of its product, in JSON-LD or else for those who link to it. */
  private static List<String> described(StructuredData data) {
    String shared = data.meta("og:description");
    return !data.products.isEmpty() || shared == null ? data.products : List.of(shared);
  }

  private static void labelOthers(PageBlocks page, List<Box> others) {
    for (Box other : others) {
      for (TextBlock block : page.blocks().subList(other.firstBlock, other.endBlock)) {
        block.label(Label.BOILERPLATE, "other-story");
      }
    }
  }

  /** The house that supplied a text is its provider, sooner than who worked on it. */
  private static boolean isHouseAfterWork(TextBlock credit, TextBlock later) {
    return credit.rule.equals(CreditBlocks.WORK) && later.rule.equals(CreditBlocks.HOUSE);
  }

  /** Whether two teasers stand in one list: no heading, no text and not much else between them. */
  private static boolean isOneList(
      PageBlocks page, TreeTeasers.Found before, TreeTeasers.Found after) {
    if (after.first() - before.last() - 1 > MOST_BETWEEN_TEASERS) {
      return false;
    }
    for (int i = before.last() + 1; i < after.first(); i++) {
      Label label = page.blocks().get(i).label;
      if (label == Label.HEADING || label == Label.BODY || page.blocks().get(i).isHeading()) {
        return false;
      }
    }
    return page.blocks().get(before.first()).role == page.blocks().get(after.first()).role;
  }

  private static HtmlPage written(
      PageBlocks page,
      Reason skip,
      PageFacts facts,
      Stated stated,
      PageKind kind,
      double[] signs,
      List<TreeTeasers.Found> found,
      List<String> statedText,
      List<Box> others,
      boolean writesMarkdown) {
    StringBuilder text = new StringBuilder(String.join("\n\n", statedText));
    TextBlock credit = null;
    DatelineReader.Dateline dateline = null;
    int datelineBlock = -1;
    int paragraphs = 0;
    for (int i = 0; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      if (block.label == Label.BODY) {
        if (dateline == null && !block.isHeading() && paragraphs++ < MOST_BEFORE_DATELINE) {
          dateline = DatelineReader.read(block.text);
          datelineBlock = i;
        }
        text.append(text.length() > 0 ? "\n\n" : "").append(block.text);
      } else if (block.label == Label.PROVIDER
          && (credit == null || isHouseAfterWork(credit, block))) {
        credit = block;
      }
    }
    SpanWriter writer =
        new SpanWriter(page, dateline == null ? 0 : dateline.length(), datelineBlock);
    List<Teaser> teasers = new ArrayList<>();
    int list = -1;
    int position = 0;
    for (int i = 0; i < found.size(); i++) {
      TreeTeasers.Found one = found.get(i);
      boolean goesOn = i > 0 && isOneList(page, found.get(i - 1), one);
      list += goesOn ? 0 : 1;
      position = goesOn ? position + 1 : 0;
      teasers.add(
          new Teaser(
              one.title(),
              one.snippet(),
              one.marker(),
              one.isTruncated(),
              one.url(),
              writer.start(one.first()),
              writer.end(one.last()),
              list,
              position));
    }
    String markdown =
        skip != null || !writesMarkdown
            ? null
            : statedText.isEmpty() ? MarkdownBody.of(page) : MarkdownBody.of(statedText);
    Article article =
        skip != null
            ? null
            : new Article(
                facts.title(),
                facts.byline(),
                facts.authors(),
                dateline == null ? null : dateline.text(),
                facts.publishedAt(),
                credit == null ? null : credit.text,
                text.toString(),
                facts.url(),
                facts.site(),
                new Article.Details(
                    facts.modifiedAt(),
                    facts.publishedPrecision(),
                    kind.type(),
                    kind.confidence(),
                    false,
                    markdown,
                    stated,
                    facts.canonicalUrl(),
                    facts.siteName(),
                    ConfidenceModel.confidence(
                        FieldSigns.model(),
                        signs,
                        facts.title() != null,
                        facts.publishedAt() != null,
                        !facts.authors().isEmpty())));
    List<Segmented.Stretch> stories = new ArrayList<>();
    for (Box other : others) {
      stories.add(
          new Segmented.Stretch(writer.start(other.firstBlock), writer.end(other.endBlock - 1)));
    }
    return new HtmlPage(
        writer.text(),
        facts.site(),
        new Segmented(article, skip, teasers, writer.spans(), stories));
  }
}
