package org.copydesk.segment;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.KeyTable;

/**
 * What a site's own pages taught about it: which lines recur and as what, how long its snippets
 * are, which words end them.
 */
public final class SiteModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Knows nothing: the page stands alone. */
  public static final SiteModel NONE =
      new SiteModel(
          null,
          0,
          new long[0],
          new byte[0],
          new long[0],
          0,
          0,
          0,
          false,
          List.of(),
          List.of(),
          SiteLayout.NONE);

  private static final LineClass[] CLASSES = LineClass.values();
  private static final int SURE = 64;
  private static final int UNKNOWN = LineClass.UNKNOWN.ordinal();

  private final String name;
  private final int pages;
  private final long[] keys;
  private final byte[] classes;
  private final long[] ownKeys;
  private final int snippetWords;
  private final int snippetChars;
  private final int snippets;
  private final boolean hasBareBylines;
  private final List<String> markers;
  private final List<LearnedLine> lines;
  private final SiteLayout layout;
  private transient volatile Markers markerSet;
  private transient volatile KeyTable classTable;

  /**
   * A recurring line, for people to read.
   *
   * @param text as the first page by content printed it, cut at 120 characters
   * @param pages pages of the sample it stood on
   * @param lineClass stored name of what it was taken for
   */
  record LearnedLine(String text, int pages, String lineClass) implements Serializable {}

  /**
   * @param keys sorted line keys
   * @param classes of each key, {@link #packed}
   * @param ownKeys keys of the furniture by which a page of the site is known
   * @param snippetWords words to which snippets are cut; 0 when no limit shows
   * @param snippetChars characters to which snippets are cut; 0 when no limit shows
   * @param hasBareBylines whether authors are named in lines of nothing else
   */
  SiteModel(
      String name,
      int pages,
      long[] keys,
      byte[] classes,
      long[] ownKeys,
      int snippetWords,
      int snippetChars,
      int snippets,
      boolean hasBareBylines,
      List<String> markers,
      List<LearnedLine> lines,
      SiteLayout layout) {
    this.name = name;
    this.pages = pages;
    this.keys = keys;
    this.classes = classes;
    this.ownKeys = ownKeys;
    this.snippetWords = snippetWords;
    this.snippetChars = snippetChars;
    this.snippets = snippets;
    this.hasBareBylines = hasBareBylines;
    this.markers = List.copyOf(markers);
    this.lines = List.copyOf(lines);
    this.layout = layout;
  }

  /** Host, or the name the group was learned under; null for {@link #NONE}. */
  public String name() {
    return name;
  }

  /** Where the parts of its pages stand in their trees; nothing for pages of text. */
  public SiteLayout layout() {
    return layout;
  }

  /** Pages of the sample this was learned from. */
  public int pages() {
    return pages;
  }

  /** What a line recurs as on this site. */
  LineClass classOf(long key) {
    return CLASSES[packedClassOf(key) & ~SURE];
  }

  /** Sets what a line recurs as on this site, and whether many of its pages say so. */
  void mark(Unit unit) {
    int packed = packedClassOf(unit.key);
    unit.siteClass = CLASSES[packed & ~SURE];
    unit.isSiteSure = (packed & SURE) != 0;
  }

  private int packedClassOf(long key) {
    if (keys.length == 0) {
      return UNKNOWN;
    }
    KeyTable table = classTable;
    if (table == null) {
      table = new KeyTable(keys.length);
      for (int i = 0; i < keys.length; i++) {
        table.put(keys[i], classes[i]);
      }
      classTable = table;
    }
    return table.get(key, UNKNOWN);
  }

  /** A class and how sure it is, as one byte. */
  static byte packed(LineClass kind, boolean isSure) {
    return (byte) (kind.ordinal() | (isSure ? SURE : 0));
  }

  boolean hasBareBylines() {
    return hasBareBylines;
  }

  /** Whether a line recurs on this site as furniture or as a heading over other articles. */
  public boolean isFurniture(String line) {
    if (keys.length == 0 || line.isBlank()) {
      return false;
    }
    byte[] bytes = line.strip().getBytes(StandardCharsets.UTF_8);
    long key = new UnitScanner(bytes, Markers.LISTED).scan(0, bytes.length).key;
    LineClass found = classOf(key);
    return found == LineClass.BOILERPLATE || found == LineClass.HEADING;
  }

  int snippetWords() {
    return snippetWords;
  }

  int snippetChars() {
    return snippetChars;
  }

  int snippets() {
    return snippets;
  }

  List<String> markers() {
    return markers;
  }

  /** {@link Markers#LISTED} where the pages showed no other ones. */
  Markers markerSet() {
    Markers set = markerSet;
    if (set == null) {
      Markers own = new Markers(Set.copyOf(markers));
      set = own.hasUnlisted() ? own : Markers.LISTED;
      markerSet = set;
    }
    return set;
  }

  List<LearnedLine> lines() {
    return lines;
  }

  long[] keys() {
    return keys;
  }

  /** Keys of the furniture by which a page of this site is known. */
  long[] ownKeys() {
    return ownKeys;
  }

  byte[] classes() {
    return classes;
  }

  /** For people: whose model it is, and how much was seen. */
  @Override
  public String toString() {
    if (pages == 0) {
      return "nothing learned of its site";
    }
    String seen = pages == 1 ? "1 page" : pages + " pages";
    return name == null ? "no site known, learned from " + seen : name + ", learned from " + seen;
  }

  /** What was learned, as a short JSON object for the {@code sites} table. */
  public String json() {
    return SiteJson.of(this);
  }
}
