package org.copydesk.report;

import java.io.IOException;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.storage.Storage;

/**
 * Writes {@code report.html}, {@code README.md} (the dataset card), {@code croissant.json} and
 * {@code training-summary.json} of a generation, from one reading of its tables. The report is one
 * file that needs no other and no network. What it holds from data is text: templates escape it by
 * context, and the page's content-security policy lets only its own style and scripts run, named by
 * their hashes. It is not among the files of the manifest: it says when the build ran, and it can
 * be made again.
 */
public final class CorpusReport {
  /** Name of the file in a generation. */
  public static final String NAME = "report.html";

  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";

  private CorpusReport() {}

  /**
   * Reads the generation and writes its report and card, each whole or not at all.
   *
   * @param before the generation to compare with; null for none
   * @param store keeps what is read of parts
   */
  public static void write(Storage generation, Storage before, PartStore store)
      throws IOException, Failure {
    ReadReport read = new ReadReport(generation, before, store);
    generation.replaceText(NAME, render(read.report()));
    generation.replaceText(DatasetCard.NAME, read.card());
    generation.replaceText(Croissant.NAME, read.croissant());
    generation.replaceText(TrainingSummary.NAME, read.trainingSummary());
  }

  static String render(Report report) throws IOException {
    PageParts parts =
        PageParts.of(
            PageParts.resource("report.css"),
            "/*\n"
                + PageParts.resource(D3 + "LICENSE")
                + "\n*/\n"
                + PageParts.resource(D3 + "dist/d3.min.js"),
            PageParts.resource("report.js"));
    return PageParts.page("report.jte", Map.of("report", report, "parts", parts));
  }
}
