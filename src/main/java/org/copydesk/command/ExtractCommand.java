package org.copydesk.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copydesk.command.options.JsonKeyOptions;
import org.copydesk.command.options.PageTypeOptions;
import org.copydesk.command.options.SiteOptions;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.DumpSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Teaser;
import org.copydesk.pipeline.ExplainPage;
import org.copydesk.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The article of one page, for a pipe. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the article of one page as text, JSON or Markdown.",
      "The page is read as a build of this one file reads it: what many pages of a site teach is",
      "not known."
    })
final class ExtractCommand extends StoreCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How an article is printed. */
  private enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "-",
      description = {
        "A dump, also hdfs://... and the like; - reads standard input, and https://... fetches",
        "that page."
      })
  private String file;

  @Option(
      names = "--record",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which of its records, from 0.")
  private long record;

  @Option(
      names = "--format",
      paramLabel = "text|json|markdown",
      defaultValue = "text",
      description = "What is printed; json has all fields and the teasers.")
  private Format format;

  @Mixin private JsonKeyOptions jsonKeys;

  @Mixin private PageTypeOptions pageTypes;

  @Override
  public Integer call() throws Exception {
    SiteOptions noSites = new SiteOptions();
    DumpSettings settings =
        DumpSettings.defaults().withKeys(jsonKeys.keys(noSites.source()), noSites.source());
    String read = FetchedPage.isAddress(file) ? FetchedPage.of(file) : file;
    ExplainPage.Explained found =
        ExplainPage.of(
            locations(),
            settings,
            read,
            record,
            List.of(),
            pageTypes.settings().withMarkdown(true));
    if (found == null) {
      throw new Failure(Failure.USAGE, file + " has no record " + record);
    }
    if (found.page() == null) {
      String message = found.rejected().message();
      throw new Failure(
          Failure.OTHER,
          "record "
              + record
              + " gave no page: "
              + found.rejected().reason().stored()
              + (message == null ? "" : ", " + message));
    }
    Article article = found.segmented().article();
    if (article == null && format != Format.JSON) {
      throw new Failure(Failure.OTHER, "no article: " + found.segmented().skipReason().stored());
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(out, article);
      case MARKDOWN -> markdown(out, article);
      case JSON ->
          out.println(
              json(
                  found.page(),
                  article,
                  found.segmented().teasers(),
                  article == null ? found.segmented().skipReason().stored() : null));
    }
    out.flush();
    return 0;
  }

  private static void text(PrintWriter out, Article article) {
    if (article.title() != null) {
      out.println(shown(article.title()) + "\n");
    }
    out.println(shown(article.text()));
  }

  /** On a terminal a page must not steer it; a pipe gets the text as it is. */
  private static String shown(String text) {
    return Terminal.is(Terminal.OUT) ? Printable.lines(text) : text;
  }

  private static void markdown(PrintWriter out, Article article) {
    if (article.title() != null) {
      out.println("# " + escaped(shown(article.title())) + "\n");
    }
    String day = article.publishedAt() == null ? "" : article.publishedAt().toString();
    String by = String.join(", ", article.authors());
    String head = by.isEmpty() ? day : day.isEmpty() ? by : by + " · " + day;
    if (!head.isEmpty()) {
      out.println("*" + escaped(head) + "*\n");
    }
    String structured = article.details().markdown();
    out.println(structured == null ? escapedParagraphs(article.text()) : shown(structured));
  }

  /** Of a text that no tree stands behind. */
  private static String escapedParagraphs(String text) {
    return Stream.of(shown(text).split("\n\n"))
        .map(ExtractCommand::escaped)
        .collect(Collectors.joining("\n\n"));
  }

  /** What Markdown would take for its own is a word of the page. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<])", "\\\\$1")
        .replaceAll("(?m)^([#>+-]|\\d+\\.)(?=\\s)", "\\\\$1");
  }

  private static String json(Page page, Article article, List<Teaser> teasers, String reason)
      throws java.io.IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("source_file", page.sourceFile());
    root.put("source_record", page.sourceRecord());
    root.put("source_id", page.sourceId());
    root.put("reason", reason);
    root.put("url", article == null ? page.url() : article.url());
    root.put("site", article == null ? null : article.site());
    root.put("title", article == null ? null : article.title());
    root.put("byline", article == null ? null : article.byline());
    ArrayNode authors = root.putArray("authors");
    if (article != null) {
      article.authors().forEach(authors::add);
    }
    root.put("dateline", article == null ? null : article.dateline());
    boolean isDated = article != null && article.publishedAt() != null;
    root.put("published_at", isDated ? article.publishedAt().toString() : null);
    boolean isPrecise = isDated && article.details().publishedPrecision() != null;
    root.put(
        "published_precision", isPrecise ? article.details().publishedPrecision().stored() : null);
    root.put("provider", article == null ? null : article.provider());
    root.put("text", article == null ? null : article.text());
    ArrayNode seen = root.putArray("teasers");
    for (Teaser teaser : teasers) {
      ObjectNode node = seen.addObject();
      node.put("title", teaser.title());
      node.put("snippet", teaser.snippet());
      node.put("url", teaser.url());
    }
    return JSON.writeValueAsString(root);
  }
}
