package org.copydesk.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.storage.WholeFile;
import org.copydesk.text.ContentHash;

/**
 * What units came to, by a key of all that this hangs on: the names and bytes of their files, the
 * settings and versions that reading and taking apart go by, and what was learned of the sites.
 * What a suppression list names is not among that: it is left out after an entry is read.
 *
 * @param store where the entries lie
 * @param versions of the program and of the algorithms on which a page's result hangs
 * @param reads whether entries are looked for; false where there can be none yet
 * @param again names of files that are read whatever is in store
 * @param seed decides with {@code checked} which entries are held against what reading gives
 * @param checked share of the entries that are, 0 to 1
 */
public record UnitCache(
    CacheStore store,
    Map<String, String> versions,
    boolean reads,
    Set<String> again,
    String seed,
    double checked)
    implements Serializable {
  private static final long serialVersionUID = 1;

  public UnitCache {
    versions = new TreeMap<>(versions);
    again = Set.copyOf(again);
  }

  /**
   * A file and its bytes.
   *
   * @param hash {@link ContentHash} of a file that is read in one piece, SHA-256 of one that is cut
   *     into ranges; hex
   */
  record Content(String sourceFile, String hash) {}

  /** Keys of all entries of what a unit came to. */
  public static List<String> entries(String unitKey) {
    return List.of(unitKey, UnitLog.briefKey(unitKey));
  }

  /** What is in the cache for a unit is whole, and not what reading the unit gives. */
  public static final class WrongException extends IOException {
    private static final long serialVersionUID = 1;

    public WrongException(String message) {
      super(message);
    }
  }

  /** Whether an entry is held against what reading its unit gives: by chance, but by the seed. */
  boolean isChecked(String key) {
    long drawn = ContentHash.of(seed, key).low() >>> 1;
    return drawn < checked * Long.MAX_VALUE;
  }

  /** Whether one of the unit's files is to be read again. */
  boolean isAgain(DumpUnit unit) {
    return unit.files().stream().anyMatch(file -> again.contains(file.sourceFile()));
  }

  /**
   * The files of a unit as they lie now; null where one cannot be read or is not the one that was
   * listed, of which the reader tells.
   */
  static List<Content> contents(DumpUnit unit, Locations locations) {
    List<Content> contents = new ArrayList<>();
    for (Input file : unit.files()) {
      ContentHash hash = file.trouble() == null ? quickHash(locations.file(file)) : null;
      if (hash == null) {
        return null;
      }
      contents.add(new Content(file.sourceFile(), hash.hex()));
    }
    return contents;
  }

  /** SHA-256 of a file as it lies, hex; null as below. */
  static String sha256(DumpFile file) {
    MessageDigest digest = Sha256.digest();
    return isRead(file, digest::update) ? HexFormat.of().formatHex(digest.digest()) : null;
  }

  /** Of a file as it lies; null where it cannot be read or is not the one that was listed. */
  private static ContentHash quickHash(DumpFile file) {
    ContentHash.Running hash = new ContentHash.Running();
    return isRead(file, hash::put) ? hash.get() : null;
  }

  private static boolean isRead(DumpFile file, WholeFile.Taker taker) {
    try {
      if (!isAsListed(file)) {
        return false;
      }
      try (InputStream in = file.open().open()) {
        WholeFile.read(in, taker);
      }
      return isAsListed(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isAsListed(DumpFile file) throws IOException {
    FileState now = file.open().state();
    return file.listed().bytes() < 0 || now.bytes() < 0 || file.listed().equals(now);
  }

  /**
   * The key of what a unit, or a range of it, comes to.
   *
   * @param part number of its parts
   * @param contents its files, in order
   * @param index where a large file is cut
   * @param range number of the range
   * @param models what was learned of the sites; null for nothing
   */
  String key(
      int part,
      List<Content> contents,
      SplitIndex index,
      int range,
      SideFile models,
      BuildSettings settings) {
    StringBuilder text = new StringBuilder("unit ").append(UnitLog.FORMAT).append('\n');
    text.append("schema ").append(Tables.SCHEMA_VERSION).append('\n');
    versions.forEach((name, version) -> line(text, name, version));
    line(text, "settings", ofReading(settings));
    line(text, "part", Integer.toString(part));
    line(text, "sites", models == null ? "" : models.sha256());
    for (Content file : contents) {
      line(text, file.sourceFile(), file.hash());
    }
    if (!index.ranges().isEmpty()) {
      line(text, "range " + range, Sha256.of(SplitIndexCodec.encode(index.withoutTime())));
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A name may have any character, also that which ends a line: lengths tell where it ends. */
  private static void line(StringBuilder text, String name, String value) {
    text.append(name.length()).append(' ').append(name).append(' ').append(value).append('\n');
  }

  /** All settings by which pages are read, taken apart and measured. */
  static String ofReading(BuildSettings settings) {
    return settings.dumps()
        + " "
        + settings.html()
        + " "
        + settings.rules()
        + " spans "
        + settings.spans()
        + " language "
        + settings.language()
        + " quality "
        + settings.quality()
        + " masks "
        + settings.masksPersonalData()
        + " confidence "
        + settings.minConfidence()
        + " near "
        + settings.duplicates().near()
        + " survivor "
        + settings.duplicates().survivor()
        + " "
        + settings.duplicates().siteRanking();
  }
}
