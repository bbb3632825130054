package org.copydesk.segment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.KeyTable;
import org.copydesk.text.WebAddress;

/**
 * What a dump's sites taught, and which of them a page belongs to: by the host of its address, else
 * by its folder, where that is a site's, else by the recurring lines it shares. Pages that fit no
 * site get what all pages together taught.
 */
public final class SiteModels implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Version of the learner and of what it learns from, for manifests. */
  public static final int VERSION = 7;

  /** In place of a site: a line of several, or of none. */
  private static final int SHARED = -1;

  /** Nothing learned. */
  public static final SiteModels NONE = new SiteModels(new TreeMap<>(), SiteModel.NONE);

  private final TreeMap<String, SiteModel> bySite;
  private final SiteModel everywhere;
  private transient volatile Index index;

  SiteModels(TreeMap<String, SiteModel> bySite, SiteModel everywhere) {
    this.bySite = bySite;
    this.everywhere = everywhere;
  }

  /** Learns from a sample; the same sample gives the same models. */
  public static SiteModels learn(SiteSample sample) {
    return new SiteLearner(sample.pages()).learn();
  }

  /** Whether a site's name is one that was made for it, for want of an address or a given name. */
  public static boolean isLearnedName(String site) {
    return site.startsWith(SiteLearner.MADE_NAME);
  }

  /** The models by name, in order. */
  public List<SiteModel> models() {
    return List.copyOf(bySite.values());
  }

  /**
   * The model for a page's site; one learned from all pages where no address names the site, and
   * {@link SiteModel#NONE} for a page of text of a site with too few pages to be learned from.
   */
  public SiteModel forPage(Page page) {
    SiteModel named = byName(page);
    return named == null ? byLines(lines(page.payload())) : named;
  }

  /**
   * What a page's site is known by before anything is learned of it: the name the page was given,
   * else the host of its address; null where it has neither.
   */
  static String nameOf(Page page) {
    return page.site() != null ? page.site() : WebAddress.host(page.url());
  }

  /** The model of a page's site as its address or folder tells; null where only its lines may. */
  SiteModel byName(Page page) {
    if (bySite.isEmpty()) {
      return everywhere;
    }
    String host = nameOf(page);
    SiteModel known = host == null ? null : bySite.get(host);
    if (known != null) {
      return known;
    }
    if (page.kind() != Page.Kind.TEXT) {
      return everywhere;
    }
    if (host != null) {
      // Too few pages to learn its site from, and what other sites repeat is not its own: on 361
      // real pages of such sites the text was .04 worse with what all sites taught.
      return SiteModel.NONE;
    }
    String folder = SiteFolder.path(page.sourceFile());
    return folder == null ? null : bySite.get(folder);
  }

  /** The model of the site whose own furniture most of a page's lines are. */
  SiteModel byLines(List<Unit> units) {
    SiteModel shared = bySharedLines(units);
    return shared == null ? everywhere : shared;
  }

  private static List<Unit> lines(byte[] payload) {
    return new UnitReader(payload, new UnitScanner(payload, Markers.LISTED)).read();
  }

  private SiteModel bySharedLines(List<Unit> units) {
    Index index = index();
    KeyTable votes = new KeyTable(8);
    int best = SHARED;
    int most = 0;
    for (Unit unit : units) {
      int site = index.siteOfLine.get(unit.key, SHARED);
      if (site == SHARED) {
        continue;
      }
      int vote = votes.get(site + 1L, 0) + 1;
      votes.put(site + 1L, vote);
      // Equal votes go to the name that comes first.
      if (vote > most || (vote == most && site < best)) {
        most = vote;
        best = site;
      }
    }
    return best == SHARED ? null : index.models[best];
  }

  /**
   * Furniture that stands on one site only, and whose.
   *
   * @param siteOfLine by line key the place of its site in {@code models}
   */
  private record Index(KeyTable siteOfLine, SiteModel[] models) {}

  private Index index() {
    Index known = index;
    if (known == null) {
      SiteModel[] models = bySite.values().toArray(SiteModel[]::new);
      KeyTable siteOfLine = new KeyTable(64);
      for (int i = 0; i < models.length; i++) {
        for (long key : models[i].ownKeys()) {
          int other = siteOfLine.get(key, i);
          siteOfLine.put(key, other == i ? i : SHARED);
        }
      }
      known = new Index(siteOfLine, models);
      index = known;
    }
    return known;
  }

  /** The models as bytes: the same models give the same bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      write(everywhere, out);
      out.writeInt(bySite.size());
      for (SiteModel model : bySite.values()) {
        write(model, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static SiteModels fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != VERSION) {
        throw new IllegalArgumentException("not site models of version " + VERSION);
      }
      SiteModel everywhere = read(in);
      TreeMap<String, SiteModel> bySite = new TreeMap<>();
      int n = in.readInt();
      for (int i = 0; i < n; i++) {
        SiteModel model = read(in);
        bySite.put(model.name(), model);
      }
      return new SiteModels(bySite, everywhere);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(SiteModel model, DataOutputStream out) throws IOException {
    out.writeUTF(model.name() == null ? "" : model.name());
    out.writeInt(model.pages());
    long[] keys = model.keys();
    out.writeInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      out.writeLong(keys[i]);
      out.writeByte(model.classes()[i]);
    }
    long[] own = model.ownKeys();
    out.writeInt(own.length);
    for (long key : own) {
      out.writeLong(key);
    }
    out.writeInt(model.snippetWords());
    out.writeInt(model.snippetChars());
    out.writeInt(model.snippets());
    out.writeBoolean(model.hasBareBylines());
    out.writeInt(model.markers().size());
    for (String marker : model.markers()) {
      out.writeUTF(marker);
    }
    out.writeInt(model.lines().size());
    for (SiteModel.LearnedLine line : model.lines()) {
      out.writeUTF(line.text());
      out.writeInt(line.pages());
      out.writeUTF(line.lineClass());
    }
    model.layout().write(out);
  }

  private static SiteModel read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int pages = in.readInt();
    long[] keys = new long[in.readInt()];
    byte[] classes = new byte[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readLong();
      classes[i] = in.readByte();
    }
    long[] own = new long[in.readInt()];
    Arrays.setAll(own, i -> 0);
    for (int i = 0; i < own.length; i++) {
      own[i] = in.readLong();
    }
    int snippetWords = in.readInt();
    int snippetChars = in.readInt();
    int snippets = in.readInt();
    boolean hasBareBylines = in.readBoolean();
    List<String> markers = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      markers.add(in.readUTF());
    }
    List<SiteModel.LearnedLine> lines = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      lines.add(new SiteModel.LearnedLine(in.readUTF(), in.readInt(), in.readUTF()));
    }
    return new SiteModel(
        name.isEmpty() ? null : name,
        pages,
        keys,
        classes,
        own,
        snippetWords,
        snippetChars,
        snippets,
        hasBareBylines,
        markers,
        lines,
        SiteLayout.read(in));
  }
}
