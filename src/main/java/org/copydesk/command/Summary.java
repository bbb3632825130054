package org.copydesk.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.Secrets;
import org.copydesk.pipeline.BuildLines;
import org.copydesk.pipeline.RunBuild;
import org.copydesk.text.Printable;

/** What a build prints at its end. */
final class Summary {
  private static final int LONGEST_LINE = 4000;

  private Summary() {}

  /**
   * @param input the first input, as it was given; null where that is not known
   */
  static void print(RunBuild.Built built, String input, PrintWriter out) {
    if (built.isSubmitted()) {
      line(out, "submitted", "%,d files, %s", built.files(), ByteSize.of(built.bytes()));
      line(out, "then", "copydesk publish %s", quoted(shown(built.generation())));
      out.flush();
      return;
    }
    GenerationAudit audit = built.audit();
    Map<String, Long> rows = audit.rows();
    line(
        out,
        "read",
        "%,d files, %s, %,d records",
        built.files(),
        ByteSize.of(built.bytes()),
        audit.records());
    if (built.reusedFiles() > 0) {
      line(out, "reused", "%,d of these files from the cache", built.reusedFiles());
    }
    line(
        out,
        "articles",
        "%,d segmented, %,d kept",
        audit.articlesSegmented(),
        rows.getOrDefault("articles", 0L));
    line(
        out,
        "removed",
        "%,d%s",
        rows.getOrDefault("removed", 0L),
        reasons(audit.removedByReason()));
    line(
        out,
        "teasers",
        "%,d seen, %,d distinct",
        audit.occurrences(),
        rows.getOrDefault("teasers", 0L));
    line(
        out,
        "left out",
        "%,d records and damages%s",
        rows.getOrDefault("rejects", 0L),
        reasons(audit.rejectsByReason()));
    line(out, "forgotten", "%s", BuildLines.forgotten(built.forgotten()));
    for (String rejected : BuildLines.rejected(built.rejected())) {
      line(out, "rejected", "%s", shown(rejected.substring(rejected.indexOf(' ') + 1)));
    }
    for (String told : built.decision().told()) {
      if (told.startsWith("warning: ")) {
        line(out, "warning", "%s", shown(told.substring(9)));
      }
    }
    if (built.decision().isUnchanged()) {
      line(out, "unchanged", "%s", "the published generation holds the same rows");
    }
    line(out, "corpus", "%s", shown(built.generation()));
    line(out, "report", "%s/report.html", shown(built.generation()));
    if (input != null && !input.equals("-")) {
      line(
          out,
          "explain",
          "copydesk explain FILE --learn-from=%s",
          quoted(shown(Secrets.mask(input))));
    }
    line(out, "why", "copydesk why %s URL", quoted(shown(output(built.generation()))));
    line(
        out,
        "query",
        "duckdb -c \"select title, topic_label from '%s/articles/*.parquet' limit 10\"",
        shown(built.generation()));
    out.flush();
  }

  /** The output a generation's folder lies in. */
  private static String output(String generation) {
    return generation.replaceFirst("/generations/[^/]+$", "");
  }

  private static void line(PrintWriter out, String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-11s", name);
    out.printf(Locale.ROOT, format, values);
    out.println();
  }

  /** Names of files and folders are data. */
  private static String shown(String line) {
    return Printable.of(line, LONGEST_LINE);
  }

  /** As a shell takes it for one word. */
  static String quoted(String word) {
    boolean isPlain = word.matches("[\\p{L}\\p{N}_./:@%+=,~-]+");
    return isPlain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String reasons(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(": ");
    counts.forEach(
        (reason, count) -> {
          if (text.length() > 2) {
            text.append(", ");
          }
          text.append(String.format(Locale.ROOT, "%s %,d", reason, count));
        });
    return text.toString();
  }
}
