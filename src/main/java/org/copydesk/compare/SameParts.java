package org.copydesk.compare;

import java.io.IOException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Manifest;
import org.copydesk.storage.Storage;

/**
 * Holds a generation that was computed again against the published one, part by part. The same
 * files, settings and versions in the same epoch must give the same bytes.
 */
public final class SameParts {
  private SameParts() {}

  /**
   * Fails with {@link Failure#ACCOUNTING} and the first part that differs, or with {@link
   * Failure#DATA} where the two were not made from the same.
   */
  public static void check(Storage published, Storage again) throws IOException, Failure {
    Manifest before = Manifest.read(published);
    Manifest now = Manifest.read(again);
    for (String given : new String[] {"params_hash", "side_files"}) {
      if (!before.json().path(given).equals(now.json().path(given))) {
        throw notTheSame("settings, versions, lists or models are not those of " + published);
      }
    }
    if (!before.digest("ledger").equals(now.digest("ledger"))) {
      throw notTheSame("the inputs are not those that " + published + " was made from");
    }
    TreeMap<String, String> left = before.partDigests();
    TreeMap<String, String> right = now.partDigests();
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      if (!String.valueOf(left.get(name)).equals(right.get(name))) {
        String table = name.substring(0, name.indexOf('/'));
        throw new Failure(
            Failure.ACCOUNTING,
            published
                + " is not what its inputs give: "
                + name
                + " differs, and the rows of "
                + table
                + (before.digest(table).equals(now.digest(table)) ? " are the same" : " do, too"));
      }
    }
  }

  private static Failure notTheSame(String message) {
    return Failure.ofData("not to be proved", message + "; build first, then prove");
  }
}
