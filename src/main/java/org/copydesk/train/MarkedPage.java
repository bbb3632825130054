package org.copydesk.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.text.WebAddress;

/**
 * A page of HTML whose article is known, rendered as text: what its lines are, a model that has
 * seen labelled lines says, helped by the tree.
 *
 * @param text as a dumper writes it
 * @param marks by line and {@link org.copydesk.segment.TreeTrait}
 */
record MarkedPage(Page text, String host, KnownArticle known, List<int[]> marks) {
  /** Pages of more lines are lists and comments for the most part. */
  private static final int MOST_LINES = 350;

  private static final int MOST_OF_A_HOST = 4;

  /** Least lines of a page that has an article and something around it. */
  private static final int LEAST_LINES = 8;

  /**
   * The articles of a folder: {@code gold.jsonl} and {@code pages/}, in the order of their files.
   *
   * @param without hosts that are left out
   * @param most pages
   */
  static List<MarkedPage> read(Path folder, Set<String> without, int most) throws IOException {
    List<MarkedPage> pages = new ArrayList<>();
    Map<String, Integer> ofHost = new HashMap<>();
    TreeMap<String, KnownArticle> known = KnownArticle.read(folder.resolve("gold.jsonl"));
    for (KnownArticle article : known.values()) {
      String host = WebAddress.host(article.url());
      boolean isOpen =
          host != null
              && !without.contains(host)
              && "article".equals(article.type())
              && article.title() != null
              && ofHost.getOrDefault(host, 0) < MOST_OF_A_HOST;
      if (!isOpen || pages.size() >= most) {
        continue;
      }
      MarkedPage page = read(folder.resolve("pages/" + article.sourceFile()), host, article);
      if (page != null && page.marks.size() >= LEAST_LINES && page.marks.size() <= MOST_LINES) {
        pages.add(page);
        ofHost.merge(host, 1, Integer::sum);
      }
    }
    return pages;
  }

  /** One page; null where it cannot be read as HTML. */
  static MarkedPage read(Path file, String host, KnownArticle known) throws IOException {
    Page html = html(file);
    if (html == null) {
      return null;
    }
    RenderedHtml rendered = RenderedHtml.of(new String(html.payload(), StandardCharsets.UTF_8));
    Page text = Page.text(file.getFileName().toString(), 0, rendered.text());
    return new MarkedPage(text, host, known, TreeMarks.of(html, rendered, known));
  }

  /** Marks of another rendering's lines of the same page. */
  static List<int[]> marks(Path file, KnownArticle known, List<String> lines) throws IOException {
    Page html = html(file);
    if (html == null) {
      return null;
    }
    RenderedHtml rendered = RenderedHtml.of(new String(html.payload(), StandardCharsets.UTF_8));
    return TreeMarks.aligned(lines, rendered, TreeMarks.of(html, rendered, known));
  }

  /** The page of a file; null where it cannot be read as HTML. */
  static Page html(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            pages.add(page);
          }

          @Override
          public void rejected(Rejected rejected) {}
        };
    new DumpReader(DumpSettings.defaults())
        .read(
            new DumpFile(
                file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file)),
            sink);
    return pages.size() == 1 && pages.get(0).kind() == Page.Kind.HTML ? pages.get(0) : null;
  }

  /** The same with the address it was fetched from. */
  static Page html(Path file, String url) throws IOException {
    Page page = html(file);
    return page == null
        ? null
        : new Page(
            file.getFileName().toString(),
            0,
            null,
            null,
            url,
            null,
            null,
            null,
            Page.Kind.HTML,
            page.payload());
  }

  /** The article as known, to be compared. */
  PageRecord record() {
    return new PageRecord(
        text.sourceFile(),
        0,
        new PageRecord.ArticleFields(known.title(), known.text(), null, null, null),
        List.of());
  }
}
