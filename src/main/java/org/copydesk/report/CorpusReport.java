package org.copydesk.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Storage;

/**
 * Writes {@code report.html} and {@code README.md} (the dataset card) of a generation, from one
 * reading of its tables. The report is one file that needs no other and no network. What it holds
 * from data is text: templates escape it by context, and the page's content-security policy lets
 * only its own style and scripts run, named by their hashes. It is not among the files of the
 * manifest: it says when the build ran, and it can be made again.
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
   */
  public static void write(Storage generation, Storage before) throws IOException, Failure {
    ReadReport read = new ReadReport(generation, before);
    generation.replaceText(NAME, render(read.report()));
    generation.replaceText(DatasetCard.NAME, read.card());
  }

  static String render(Report report) throws IOException {
    PageParts parts =
        PageParts.of(
            resource("report.css"),
            "/*\n" + resource(D3 + "LICENSE") + "\n*/\n" + resource(D3 + "dist/d3.min.js"),
            resource("report.js"));
    StringOutput out = new StringOutput(1 << 20);
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, CorpusReport.class.getClassLoader(), "org.copydesk.report");
    engine.render("report.jte", java.util.Map.of("report", report, "parts", parts), out);
    return out.toString();
  }

  /** Style and scripts of the page, and the policy that lets only them run. */
  record PageParts(String style, String library, String script, String policy) {
    static PageParts of(String style, String library, String script) {
      String policy =
          "default-src 'none'; style-src "
              + hash(style)
              + "; script-src "
              + hash(library)
              + " "
              + hash(script)
              + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
      return new PageParts(style, library, script, policy);
    }

    private static String hash(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CorpusReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
