package org.copydesk.corpus;

import java.util.Map;
import java.util.TreeMap;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** The versions of everything whose output is stored. */
final class Algorithms {
  private Algorithms() {}

  static Map<String, Integer> versions() {
    Map<String, Integer> versions = new TreeMap<>();
    versions.put("content_hash", ContentHash.VERSION);
    versions.put("normaliser", Normaliser.VERSION);
    versions.put("row_digest", RowDigest.VERSION);
    versions.put("tokens", Tokens.VERSION);
    return versions;
  }
}
