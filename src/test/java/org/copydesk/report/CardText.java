package org.copydesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a dataset card that a program can run. */
record CardText(String text) {
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);

  /** Every printed statement, in order; the views of the other engine left out. */
  List<String> statements(boolean forSpark) {
    List<String> statements = new ArrayList<>();
    Matcher block = SQL.matcher(text);
    while (block.find()) {
      boolean isSparkOnly = block.group(1).contains("create temporary view");
      boolean isDuckOnly = block.group(1).startsWith("create view");
      if (forSpark ? !isDuckOnly : !isSparkOnly) {
        for (String statement : block.group(1).split(";")) {
          if (!statement.isBlank()) {
            statements.add(statement.strip());
          }
        }
      }
    }
    return statements;
  }

  /** The YAML between the first two lines of dashes. */
  String frontMatter() {
    return text.substring(4, text.indexOf("\n---\n", 4) + 1);
  }
}
