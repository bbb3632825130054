package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.generate.GeneratedDump;
import org.copydesk.generate.NightsGenerator;
import org.copydesk.generate.NightsSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Synthetic dumps with planted truth. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Writes synthetic dumps with planted truth: DIR/dumps and DIR/truth.")
final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to.")
  private Path output;

  @Option(names = "--pages", paramLabel = "N", required = true, description = "Number of pages.")
  private long pages;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed and settings give the same bytes.")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text, html or jsonl; text.gz, html.gz or jsonl.gz.")
  private String format;

  @Option(names = "--sites", paramLabel = "N", defaultValue = "20", description = "Site templates.")
  private int sites;

  @Option(
      names = "--pages-per-site",
      paramLabel = "N",
      defaultValue = "0",
      description = "As many sites as have so many pages each, instead of --sites; 0 for not.")
  private int pagesPerSite;

  @Option(
      names = "--languages",
      paramLabel = "CODES",
      split = ",",
      defaultValue = "en",
      description =
          "Languages of the sites in turn: ar, de, en, es, fr, he, hi, ja, pt, ru, tr, zh.")
  private List<String> languages;

  @Option(
      names = "--files-per-folder",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Page files a folder, or records a file of JSON Lines.")
  private int filesPerFolder;

  @Option(
      names = "--pages-per-file",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pages a file of page text, with ruled lines between them.")
  private int pagesPerFile;

  @Option(
      names = "--copies",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "Share of pages that copy another's article, 0 to .5.")
  private double copies;

  @Option(names = "--mixed", description = "All sites in one flat folder.")
  private boolean isMixed;

  @Option(
      names = "--truth",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Write what is true of the pages, too: more bytes than the pages.")
  private boolean hasTruth;

  @Option(
      names = "--half",
      paramLabel = "develop|judge",
      defaultValue = "develop",
      description = "Which half of the templates' productions.")
  private GenerateSettings.Half half;

  @Option(
      names = "--nights",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Instead: so many nights of crawls, as JSON Lines of HTML in English, with stories, their",
        "copies and versions, and front pages; of the other options --pages, --seed and --sites."
      })
  private int nights;

  @Override
  public Integer call() throws Exception {
    if (nights > 0) {
      return tell(new NightsGenerator(nightsSettings()).write(output));
    }
    GenerateSettings settings;
    try {
      settings =
          new GenerateSettings(
              pages,
              seed,
              GenerateSettings.Format.of(format),
              pagesPerSite > 0 ? (int) Math.max(1, pages / pagesPerSite) : sites,
              languages,
              filesPerFolder,
              pagesPerFile,
              copies,
              isMixed,
              half,
              hasTruth);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    return tell(new DumpGenerator(settings).write(output));
  }

  private NightsSettings nightsSettings() throws Failure {
    try {
      return new NightsSettings(pages, seed, sites, nights);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  private int tell(GeneratedDump dump) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d pages, %,d articles, %,d of them copies, %,d teasers, %,d bytes%n",
        dump.pages(),
        dump.articles(),
        dump.copies(),
        dump.teasers(),
        dump.bytes());
    out.println("dumps: " + dump.dumps());
    if (dump.truth() != null) {
      out.println("truth: " + dump.truth());
    }
    return 0;
  }
}
