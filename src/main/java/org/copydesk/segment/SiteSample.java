package org.copydesk.segment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.copydesk.dedup.UrlKey;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.ProviderReader;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.LineMemory;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.WorkLimit;

/**
 * A bounded sample of pages in small, from which sites are learned: for each page the keys and
 * shapes of its lines. A set by content, so adding in any order, twice, or in parts that are merged
 * gives the same sample; over the bound the pages with the smallest hashes stay.
 *
 * <p>Most pages of the parts of a large sample do not stay, and what takes time is reading their
 * lines: a page is kept as it is until the sample is asked for its pages, as long as there is room.
 */
public final class SiteSample implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FORMAT = 6;
  private static final State[] STATES = State.values();

  /** Default bound: some 3 KB a page, of HTML up to 1.2 KB more for its layout. */
  public static final int MOST_PAGES = 8_000;

  /** Bytes of pages kept as they are: room for all of 4 KB each. */
  private static final long MOST_AS_IS = 32L << 20;

  /** A larger page is read at once, while its reader says how many such are in hand. */
  private static final int LONGEST_AS_IS = 64 << 10;

  /** Share of the heap that they may take; a worker holds two samples while it writes one. */
  private static final int HEAP_SHARE = 32;

  /** A page whose lines are read, one kept as it is, and one whose lines cannot be read. */
  private static final int READ = 0;

  private static final int AS_IS = 1;
  private static final int UNREADABLE = 2;

  /** Lines kept of the beginning and of the end of a page. */
  private static final int LINES_AT_AN_END = 120;

  private static final int LONGEST_TEXT = 120;
  private static final int LONGEST_FOLDER = 1000;
  private static final int MOST_TEXT_WORDS = 25;

  private final int mostPages;
  private final long mostAsIs;
  private final TreeMap<ContentHash, byte[]> pages = new TreeMap<>();
  private long asIs;

  /**
   * A line of a sampled page.
   *
   * @param key the line's key
   * @param words its size in words
   * @param chars its text's characters before sign and marker
   * @param flags see the constants
   * @param state what the labeller took it for without knowing the site
   * @param text what it says, where it is short; empty otherwise
   * @param marker normalised marker at its end; empty when none
   */
  record Line(long key, int words, int chars, int flags, State state, String text, String marker) {
    static final int TERMINAL = 1;
    static final int CUT = 2;
    static final int MARKED = 4;
    static final int TITLE_LIKE = 8;
    static final int HEADING = 16;
    static final int CREDIT = 32;
    static final int MARKER_ALONE = 64;
    static final int NAME = 128;
    static final int COPYRIGHT = 256;
    static final int CHROME = 512;

    boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }

  /** In place of an address's key where a page has none. */
  static final long NO_ADDRESS = 0;

  /**
   * A sampled page.
   *
   * @param site host its address names; null when it has none
   * @param folder path of the named folder that it lies in; null when it lies in none
   * @param address key of its address; {@link #NO_ADDRESS} when it has none
   * @param layout {@link PageLayout#NONE} for a page of text
   */
  record SampledPage(
      String site, String folder, long address, List<Line> lines, PageLayout layout) {}

  /** An empty sample with the default bound. */
  public SiteSample() {
    this(MOST_PAGES);
  }

  /**
   * @param mostPages pages kept, 1 and more
   */
  public SiteSample(int mostPages) {
    this(mostPages, Math.min(MOST_AS_IS, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
  }

  /**
   * @param mostAsIs bytes of pages that may be kept as they are; the sample's pages are the same
   */
  SiteSample(int mostPages, long mostAsIs) {
    if (mostPages < 1) {
      throw new IllegalArgumentException("most pages: " + mostPages);
    }
    this.mostPages = mostPages;
    this.mostAsIs = mostAsIs;
  }

  /** Pages held. */
  public int size() {
    return pages.size();
  }

  /** Takes a page of text in; other kinds teach nothing here. */
  public void add(Page page) {
    add(page, null, PageLayout.NONE);
  }

  /**
   * @param model that says what its lines are; null for the one that comes with the program
   */
  public void add(Page page, LineModel model) {
    add(page, model, PageLayout.NONE);
  }

  /** Takes the lines of a page of HTML in, and where its parts stand. */
  public void add(Page lines, PageLayout layout) {
    add(lines, null, layout);
  }

  private void add(Page page, LineModel model, PageLayout layout) {
    if (page.kind() != Page.Kind.TEXT || page.payload().length == 0) {
      return;
    }
    byte[] payload = page.payload();
    String site = SiteModels.nameOf(page);
    ContentHash body = ContentHash.of(payload, 0, payload.length);
    ContentHash id = ContentHash.of(body.hex(), site);
    boolean isBeyond = pages.size() >= mostPages && id.compareTo(pages.lastKey()) >= 0;
    if (!isBeyond && !pages.containsKey(id)) {
      byte[] plain = PageForm.plain(payload);
      SampledPage small = small(site, page, layout);
      boolean isKept = model == null && plain.length <= LONGEST_AS_IS;
      LineModel lines = model == null ? LineModel.shipped() : model;
      put(id, isKept ? bytes(small, plain) : bytes(small, lines(plain, lines, null)));
    }
  }

  /** Takes another sample in. */
  public void merge(SiteSample other) {
    other.pages.forEach(this::put);
  }

  private void put(ContentHash id, byte[] page) {
    byte[] kept = page[0] == AS_IS && asIs + page.length > mostAsIs ? read(page) : page;
    count(kept, 1);
    byte[] before = pages.put(id, kept);
    if (before != null) {
      count(before, -1);
    }
    while (pages.size() > mostPages) {
      count(pages.pollLastEntry().getValue(), -1);
    }
  }

  private void count(byte[] page, int times) {
    asIs += page[0] == AS_IS ? (long) times * page.length : 0;
  }

  private static long address(String url) {
    String key = UrlKey.of(url);
    return key == null ? NO_ADDRESS : ContentHash.of(key).low();
  }

  /** What is known of a page without its lines. */
  private static SampledPage small(String site, Page page, PageLayout layout) {
    String folder = SiteFolder.path(page.sourceFile());
    boolean isNamed = folder != null && folder.length() <= LONGEST_FOLDER;
    return new SampledPage(site, isNamed ? folder : null, address(page.url()), List.of(), layout);
  }

  private static List<Line> lines(byte[] payload, LineModel model, LineMemory memory) {
    UnitScanner scanner = new UnitScanner(payload, Markers.LISTED, memory);
    List<Unit> units = new UnitReader(payload, scanner).read();
    new LineEvidence(units, SiteModel.NONE, scanner).mark(Page.text("", 0, payload));
    State[] states = LineLabeller.label(model, units, SiteModel.NONE, scanner);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      if (i < LINES_AT_AN_END || i >= states.length - LINES_AT_AN_END) {
        lines.add(line(units.get(i), states[i], scanner));
      }
    }
    return lines;
  }

  private static Line line(Unit unit, State state, UnitScanner scanner) {
    int flags =
        (unit.endsTerminal ? Line.TERMINAL : 0)
            | (unit.isTruncated ? Line.CUT : 0)
            | (unit.marker == Unit.SURE_MARKER ? Line.MARKED : 0)
            | (LineEvidence.canBeTitle(unit) ? Line.TITLE_LIKE : 0)
            | (unit.isTeaserHeading ? Line.HEADING : 0)
            | (unit.credit == ProviderReader.HOUSE || unit.credit == ProviderReader.WORK
                ? Line.CREDIT
                : 0)
            | (unit.isMarkerAlone ? Line.MARKER_ALONE : 0)
            | (unit.isName ? Line.NAME : 0)
            | (unit.credit == ProviderReader.COPYRIGHT ? Line.COPYRIGHT : 0)
            | (unit.isChrome ? Line.CHROME : 0);
    boolean isCut = unit.isTruncated || unit.marker == Unit.SURE_MARKER;
    int size = isCut && unit.unspaced <= unit.words ? unit.textWords : unit.size();
    String before = scanner.text(unit.start, Math.min(unit.textEnd, unit.start + 2000));
    String text = unit.size() <= MOST_TEXT_WORDS ? scanner.text(unit.start, unit.end) : "";
    boolean isMarked = unit.marker == Unit.SURE_MARKER && unit.markerText != null;
    return new Line(
        unit.key,
        Math.min(size, Short.MAX_VALUE),
        before.length(),
        flags,
        state,
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
        isMarked ? Normaliser.normalise(unit.markerText) : "");
  }

  /**
   * A page kept as it is with its lines read. Where that fails it teaches nothing, but keeps its
   * place: which pages stay hangs on nothing but their hashes.
   */
  private static byte[] read(byte[] page) {
    SampledPage read = page(page, null);
    return read == null ? new byte[] {UNREADABLE} : bytes(read, read.lines());
  }

  private static byte[] bytes(SampledPage small, byte[] payload) {
    return bytes(
        AS_IS,
        small,
        payload.length,
        out -> {
          out.writeInt(payload.length);
          out.write(payload);
        });
  }

  private static byte[] bytes(SampledPage small, List<Line> lines) {
    return bytes(
        READ,
        small,
        lines.size() * 24,
        out -> {
          out.writeShort(lines.size());
          for (Line line : lines) {
            out.writeLong(line.key());
            out.writeShort(line.words());
            out.writeShort(line.chars());
            out.writeShort(line.flags());
            out.writeByte(line.state().ordinal());
            out.writeUTF(line.text());
            out.writeUTF(line.marker());
          }
        });
  }

  /** Writes the lines of a page, or what they are read from. */
  private interface Rest {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(int kind, SampledPage small, int size, Rest rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(kind);
      out.writeUTF(small.site() == null ? "" : small.site());
      out.writeUTF(small.folder() == null ? "" : small.folder());
      out.writeLong(small.address());
      small.layout().write(out);
      rest.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The pages, in the order of their hashes, without those whose lines cannot be read. Reads the
   * lines of all that are kept as they are, on the processors that are there.
   */
  List<SampledPage> pages() {
    LineMemory memory = new LineMemory();
    return pages.values().parallelStream()
        .map(page -> page(page, memory))
        .filter(Objects::nonNull)
        .collect(Collectors.toList());
  }

  private static SampledPage page(byte[] bytes, LineMemory memory) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int kind = in.readByte();
      if (kind == UNREADABLE) {
        return null;
      }
      boolean isAsIs = kind == AS_IS;
      String site = in.readUTF();
      String folder = in.readUTF();
      long address = in.readLong();
      PageLayout layout = PageLayout.read(in);
      List<Line> lines = isAsIs ? linesAsIs(in.readNBytes(in.readInt()), memory) : lines(in);
      return lines == null
          ? null
          : new SampledPage(
              site.isEmpty() ? null : site,
              folder.isEmpty() ? null : folder,
              address,
              lines,
              layout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Null where they cannot be read: the same page fails again, with its reason, when it is read.
   */
  private static List<Line> linesAsIs(byte[] payload, LineMemory memory) {
    try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
      return lines(payload, LineModel.shipped(), memory);
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private static List<Line> lines(DataInputStream in) throws IOException {
    int n = in.readUnsignedShort();
    List<Line> lines = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      lines.add(
          new Line(
              in.readLong(),
              in.readUnsignedShort(),
              in.readUnsignedShort(),
              in.readUnsignedShort(),
              STATES[in.readUnsignedByte()],
              in.readUTF(),
              in.readUTF()));
    }
    return lines;
  }

  /** The sample as bytes: pages whose lines are read, or as they are. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(mostPages);
      out.writeInt(pages.size());
      for (var entry : pages.entrySet()) {
        out.writeLong(entry.getKey().high());
        out.writeLong(entry.getKey().low());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static SiteSample fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a site sample of format " + FORMAT);
      }
      SiteSample sample = new SiteSample(in.readInt());
      int n = in.readInt();
      for (int i = 0; i < n; i++) {
        ContentHash id = new ContentHash(in.readLong(), in.readLong());
        sample.put(id, in.readNBytes(in.readInt()));
      }
      return sample;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One sample of many. */
  public static SiteSample merged(Collection<SiteSample> samples, int mostPages) {
    SiteSample all = new SiteSample(mostPages);
    samples.forEach(all::merge);
    return all;
  }
}
