package org.copydesk.generate;

import java.util.Locale;

/** The files of what is true of a generated dump that are written page by page. */
enum Truth {
  PAGES,
  DUPLICATES,
  PLANTED;

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".jsonl";
  }
}
