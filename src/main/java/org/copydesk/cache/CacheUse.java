package org.copydesk.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.copydesk.storage.Storage;

/**
 * Which generation was made from which entries: a list of keys for each, {@code cache/used/ID}. An
 * entry that no kept generation was made from goes when a build has published, so the cache holds
 * what the kept generations were made from, and what builds that failed since then had read.
 *
 * <p>Memory: some 100 bytes a key.
 */
public final class CacheUse {
  private static final String USED = "used";

  private final Storage folder;

  public CacheUse(CacheStore store) {
    this.folder = store.folder();
  }

  /**
   * Entries and their bytes.
   *
   * @param entries how many
   * @param bytes in all
   */
  public record Size(long entries, long bytes) {
    private static final Size NONE = new Size(0, 0);

    private Size plus(long more) {
      return new Size(entries + 1, bytes + more);
    }
  }

  /**
   * What the cache holds.
   *
   * @param all every entry
   * @param byGeneration those that a generation was made from; an entry may count for several
   * @param unused those that no generation was made from, and what was not written to its end
   */
  public record Survey(Size all, Map<String, Size> byGeneration, Size unused) {}

  /** Notes what a generation was made from; what was noted of it before is forgotten. */
  public void note(String generation, SortedSet<String> keys) throws IOException {
    String text = String.join("\n", keys) + "\n";
    folder.replace(USED + "/" + generation, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Names of the entries that a generation was made from. */
  private Set<String> names(String generation) throws IOException {
    Set<String> names = new HashSet<>();
    String text = folder.readText(USED + "/" + generation);
    if (text != null) {
      text.lines().filter(key -> key.length() > 2).map(CacheStore::name).forEach(names::add);
    }
    return names;
  }

  /**
   * Looks at all entries.
   *
   * @param kept generations whose entries are used
   */
  public Survey survey(List<String> kept) throws IOException {
    Map<String, Set<String>> namesOf = new TreeMap<>();
    for (String generation : kept) {
      namesOf.put(generation, names(generation));
    }
    Size all = Size.NONE;
    Size unused = Size.NONE;
    Map<String, Size> sizes = new TreeMap<>();
    for (Storage.Entry entry : folder.entries()) {
      if (!entry.name().startsWith(USED + "/")) {
        all = all.plus(entry.bytes());
        boolean isUsed = false;
        for (Map.Entry<String, Set<String>> each : namesOf.entrySet()) {
          if (each.getValue().contains(entry.name())) {
            isUsed = true;
            Size before = sizes.getOrDefault(each.getKey(), Size.NONE);
            sizes.put(each.getKey(), before.plus(entry.bytes()));
          }
        }
        unused = isUsed ? unused : unused.plus(entry.bytes());
      }
    }
    return new Survey(all, sizes, unused);
  }

  /**
   * Removes what no kept generation was made from. Call only while no build reads from the cache:
   * it would have to read its inputs again.
   *
   * @return what was removed
   */
  public Size clean(List<String> kept) throws IOException {
    Set<String> used = new HashSet<>();
    for (String generation : kept) {
      used.addAll(names(generation));
      used.add(USED + "/" + generation);
    }
    Size removed = Size.NONE;
    for (Storage.Entry entry : folder.entries()) {
      if (!used.contains(entry.name())) {
        folder.delete(entry.name());
        boolean isEntry = !entry.name().startsWith(USED + "/");
        removed = isEntry ? removed.plus(entry.bytes()) : removed;
      }
    }
    return removed;
  }
}
