package org.copydesk.html;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Takes a page of HTML apart. */
public final class HtmlSegmenter implements Serializable {
  private final HtmlSettings settings;

  public HtmlSegmenter(HtmlSettings settings) {
    this.settings = settings;
  }

  public Segmented segment(Page page) {
    return read(page).segmented();
  }

  public HtmlPage read(Page page) {
    Document document =
        Jsoup.parse(
            new String(page.payload(), StandardCharsets.UTF_8),
            page.url() == null ? "" : page.url(),
            Parser.htmlParser().setMaxDepth(settings.maxDepth()));
    PageBlocks blocks = PageBlocks.of(document);
    BodyChooser chooser = new BodyChooser(blocks, settings);
    Box body = chooser.choose();
    new BodyLabels(blocks, settings, null).label(body);
    StringBuilder text = new StringBuilder();
    for (TextBlock block : blocks.blocks()) {
      if (block.label == Label.BODY) {
        text.append(text.length() > 0 ? "\n\n" : "").append(block.text);
      }
    }
    List<Span> spans = new ArrayList<>();
    Article article =
        text.length() == 0
            ? null
            : new Article(null, null, List.of(), null, null, null, text.toString(), null, null);
    return new HtmlPage(
        new byte[0],
        new Segmented(article, article == null ? Reason.NO_ARTICLE : null, List.of(), spans));
  }
}
