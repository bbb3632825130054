package org.copydesk.command;

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
import org.copydesk.pipeline.ExplainPage;
import org.copydesk.text.Printable;
import org.copydesk.text.SnakeJson;
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
      case JSON -> out.println(SnakeJson.of(ExtractedPage.of(found.page(), found.segmented())));
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
}
