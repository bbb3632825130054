package org.copydesk.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which heading of a command's help an option stands, by its name; the order is the help's.
 */
final class OptionGroups {
  private static final String OTHER = "General";

  private static final Map<String, List<String>> BUILD = new LinkedHashMap<>();

  static {
    BUILD.put(
        "Input and output",
        List.of(
            "definition",
            "input",
            "input-list",
            "output",
            "format",
            "unreadable",
            "metrics-file",
            "single-writer"));
    BUILD.put(
        "What a record tells",
        List.of(
            "json-text",
            "json-html",
            "json-url",
            "json-title",
            "json-date",
            "json-author",
            "json-id",
            "site-from"));
    BUILD.put(
        "Pages and articles",
        List.of(
            "segment",
            "page-types",
            "keep-doubtful",
            "spans",
            "language",
            "topics",
            "topic-model",
            "quality",
            "rules",
            "suppress",
            "decontaminate",
            "decontaminate-action",
            "min-confidence",
            "mask-pii",
            "keep-removed-text",
            "keep-version-text"));
    BUILD.put(
        "Copies",
        List.of(
            "duplicates",
            "versions",
            "near-duplicates",
            "min-jaccard",
            "min-containment",
            "survivor",
            "site-ranking"));
    BUILD.put(
        "Limits on what is published",
        List.of(
            "max-rejected-files",
            "max-rejected-bytes",
            "max-forgotten",
            "max-articles-down",
            "lost-site-articles",
            "accept-drift"));
    BUILD.put(
        "Night after night",
        List.of("incremental", "new-epoch", "epoch-of", "prove", "recheck", "again", "erase"));
    BUILD.put("Generations", List.of("keep-generations", "keep-failed-days"));
    BUILD.put("Running", List.of("runner", "parallelism"));
    BUILD.put(OTHER, List.of("help", "version"));
  }

  private OptionGroups() {}

  /** The heading of an option; that of all others where none is named for it. */
  static String of(String option) {
    for (Map.Entry<String, List<String>> group : BUILD.entrySet()) {
      if (group.getValue().contains(option)) {
        return group.getKey();
      }
    }
    return OTHER;
  }

  /** The headings, in order. */
  static List<String> headings() {
    return new ArrayList<>(BUILD.keySet());
  }
}
