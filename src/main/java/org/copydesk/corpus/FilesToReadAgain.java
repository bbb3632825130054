package org.copydesk.corpus;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * The input files of a generation that a person wants read again: {@code rejects} for those in
 * which a record was left out, {@code site:X} for those with a page of a site, {@code file:Y}.
 */
public final class FilesToReadAgain {
  private static final String SITE = "site:";
  private static final String FILE = "file:";

  /** Columns of the tables in which each record is once. */
  record Place(String sourceFile, String site) {}

  private FilesToReadAgain() {}

  /**
   * Finds the files.
   *
   * @param generation where they are looked for; null for nowhere
   * @param wanted as above
   */
  public static TreeSet<String> of(Storage generation, List<String> wanted) throws IOException {
    TreeSet<String> files = new TreeSet<>();
    TreeSet<String> sites = new TreeSet<>();
    for (String each : wanted) {
      if (each.startsWith(FILE)) {
        files.add(each.substring(FILE.length()));
      } else if (each.startsWith(SITE)) {
        sites.add(each.substring(SITE.length()));
      }
    }
    boolean wantsRejects = wanted.contains("rejects");
    if (generation != null && (wantsRejects || !sites.isEmpty())) {
      for (Table<?> table : List.of(Tables.ARTICLES, Tables.REMOVED, Tables.REJECTS)) {
        boolean wantsAll = wantsRejects && table == Tables.REJECTS;
        try (var rows = new TableScan<>(generation, table.view(Place.class))) {
          for (Place row = rows.next(); row != null; row = rows.next()) {
            if (wantsAll || row.site() != null && sites.contains(row.site())) {
              files.add(row.sourceFile());
            }
          }
        }
      }
    }
    return files;
  }
}
