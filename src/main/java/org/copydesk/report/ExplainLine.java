package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The command that shows how a page was taken apart, for a reader to copy: {@code copydesk explain
 * 'dumps/a/0001.txt' --record=0}.
 *
 * @param base folder that {@code source_file} counts from, as far as the inputs tell; empty where
 *     they do not
 */
record ExplainLine(String base) {
  private static final String WILDCARDS = "*?[{";
  private static final String RECORD = " #";

  /**
   * @param inputs what a manifest says of them
   */
  static ExplainLine of(JsonNode inputs) {
    JsonNode patterns = inputs.path("patterns");
    String only = patterns.size() == 1 ? patterns.get(0).asText() : "";
    int wildcard = 0;
    while (wildcard < only.length() && WILDCARDS.indexOf(only.charAt(wildcard)) < 0) {
      wildcard++;
    }
    String fixed = only;
    if (wildcard < only.length()) {
      fixed = only.substring(0, only.lastIndexOf('/', wildcard) + 1);
    } else if (only.equals("-")) {
      fixed = "";
    }
    return new ExplainLine(fixed.replaceFirst("/+$", ""));
  }

  /**
   * @param place file and record, {@code a/0001.txt #0}
   */
  String of(String place) {
    int at = place.lastIndexOf(RECORD);
    String file = at < 0 ? place : place.substring(0, at);
    String record = at < 0 ? "0" : place.substring(at + RECORD.length());
    // An input that is a file is the source file itself.
    boolean isFile = base.equals(file) || base.endsWith("/" + file);
    String path = base.isEmpty() ? file : isFile ? base : base + "/" + file;
    return "copydesk explain '" + path.replace("'", "'\\''") + "' --record=" + record;
  }
}
