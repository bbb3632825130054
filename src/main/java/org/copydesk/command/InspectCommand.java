package org.copydesk.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copydesk.command.options.JsonKeyOptions;
import org.copydesk.command.options.PageTypeOptions;
import org.copydesk.command.options.SiteOptions;
import org.copydesk.dump.DumpSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.pipeline.BuildCost;
import org.copydesk.pipeline.InspectInputs;
import org.copydesk.pipeline.Inspection;
import org.copydesk.segment.SiteModels;
import org.copydesk.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dry run: what a build would read, and what it would make of it. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a build of these inputs would do, and writes nothing.",
      "It lists all files, reads a few of them, and prints formats, sites, the first records as",
      "they would be cut, and roughly what the build takes."
    })
final class InspectCommand extends StoreCommand {
  private static final int MOST_SITES = 8;
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_TEASERS = 3;
  private static final int LONGEST_NAME = 80;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "As of a build; - reads standard input.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many records are shown as they would be cut.")
  private int records;

  @Option(
      names = "--segment",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Take the text of JSON apart as page text.")
  private boolean segment;

  @Mixin private JsonKeyOptions jsonKeys;

  @Mixin private SiteOptions sites;

  @Mixin private PageTypeOptions pageTypes;

  @Override
  public Integer call() throws Exception {
    DumpSettings settings =
        DumpSettings.defaults()
            .withSegment(segment)
            .withKeys(jsonKeys.keys(sites.source()), sites.source());
    Inspection found =
        new InspectInputs(locations(), settings, pageTypes.settings()).inspect(inputs);
    PrintWriter out = spec.commandLine().getOut();
    long bytes = found.kinds().stream().mapToLong(Inspection.Kind::bytes).sum();
    line(out, "input", "%,d files, %s", found.files(), ByteSize.of(bytes));
    if (found.passedOver() != null) {
      line(out, "", "%s", found.passedOver());
    }
    found.kinds().forEach(kind -> kind(out, kind));
    sites(out, found.cuts());
    found.cuts().stream().limit(records).forEach(cut -> record(out, cut));
    cost(out, found);
    out.flush();
    return 0;
  }

  private static void line(PrintWriter out, String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-11s", name);
    out.printf(Locale.ROOT, format, values);
    out.println();
  }

  private static void kind(PrintWriter out, Inspection.Kind kind) {
    String formats =
        kind.formats().isEmpty()
            ? ""
            : ": " + String.join(", ", new TreeSet<>(kind.formats().keySet()));
    line(
        out,
        "files",
        "%s  %,d, %s%s (%,d read: about %,.0f pages in all)",
        kind.ending().isEmpty() ? "without ending" : Printable.of(kind.ending(), LONGEST_NAME),
        kind.files(),
        ByteSize.of(kind.bytes()),
        formats,
        kind.readFiles(),
        kind.allPages());
    for (Map.Entry<Reason, Rejected> left : kind.reasons().entrySet()) {
      Rejected first = left.getValue();
      line(
          out,
          "",
          "%s %s %,d, as %s%s%s",
          first.reason().outcome().stored(),
          first.reason().stored(),
          kind.rejects(left.getKey()),
          Printable.of(first.sourceFile(), LONGEST_NAME),
          first.sourceRecord() < 0 ? "" : " record " + first.sourceRecord(),
          first.message() == null ? "" : ": " + first.message());
    }
  }

  private static void sites(PrintWriter out, List<Inspection.Cut> cuts) {
    Map<String, Integer> pages = new TreeMap<>();
    cuts.forEach(cut -> pages.merge(cut.site() == null ? "" : cut.site(), 1, Integer::sum));
    int unknown = pages.getOrDefault("", 0);
    pages.remove("");
    String largest =
        pages.entrySet().stream()
            .sorted((a, b) -> b.getValue() - a.getValue())
            .limit(MOST_SITES)
            .map(site -> Printable.of(site.getKey(), LONGEST_NAME) + " " + site.getValue())
            .collect(Collectors.joining(", "));
    line(
        out,
        "sites",
        "%,d among the %,d pages read%s%s%s",
        pages.size(),
        cuts.size(),
        largest.isEmpty() ? "" : ": " + largest,
        pages.size() > MOST_SITES ? " and " + (pages.size() - MOST_SITES) + " more" : "",
        unknown > 0 ? "; " + unknown + " pages of none" : "");
    boolean areMade = pages.keySet().stream().anyMatch(SiteModels::isLearnedName);
    if (areMade) {
      line(out, "", "%s", "no addresses: --site-from=folder names sites by their folders");
    }
  }

  private static void record(PrintWriter out, Inspection.Cut cut) {
    out.println();
    line(
        out,
        "record",
        "%s record %d",
        Printable.of(cut.page().sourceFile(), LONGEST_TEXT),
        cut.page().sourceRecord());
    if (cut.segmented() == null) {
      line(out, "", "%s", "could not be taken apart");
      return;
    }
    Article article = cut.segmented().article();
    field(out, "site", cut.site());
    if (article == null) {
      line(out, "no article", "%s", cut.segmented().skipReason().stored());
    } else {
      field(out, "title", article.title());
      field(out, "byline", article.byline());
      field(
          out,
          "published",
          article.publishedAt() == null ? null : article.publishedAt().toString());
      field(out, "text", article.text());
      line(out, "", "%,d characters", article.text().length());
    }
    cut.segmented().teasers().stream()
        .limit(MOST_TEASERS)
        .forEach(teaser -> field(out, "teaser", teaser.title()));
    int more = cut.segmented().teasers().size() - MOST_TEASERS;
    if (more > 0) {
      line(out, "", "and %,d more teasers", more);
    }
  }

  private static void field(PrintWriter out, String name, String value) {
    line(
        out,
        name,
        "%s",
        value == null ? "-" : Printable.of(value.replaceAll("\\s+", " "), LONGEST_TEXT));
  }

  private static void cost(PrintWriter out, Inspection found) {
    BuildCost cost = found.cost();
    int processors = Runtime.getRuntime().availableProcessors();
    out.println();
    line(
        out,
        "a build",
        "about %s of processor time (%s on %d free processors), %s of disk and %s meanwhile",
        duration(cost.cpuSeconds()),
        duration(cost.cpuSeconds() / processors),
        processors,
        ByteSize.of(Math.round(cost.diskBytes())),
        ByteSize.of(Math.round(cost.temporaryBytes())));
  }

  private static String duration(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : seconds < 7200
            ? String.format(Locale.ROOT, "%.0f minutes", seconds / 60)
            : String.format(Locale.ROOT, "%.1f hours", seconds / 3600);
  }
}
