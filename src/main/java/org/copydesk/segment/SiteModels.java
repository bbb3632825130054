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

/**
 * What a dump's sites taught, and which of them a page belongs to: by the host of its address, else
 * by the recurring lines it shares. Pages that fit no site get what all pages together taught.
 */
public final class SiteModels implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Version of the learner, for manifests. */
  public static final int VERSION = 2;

  /** Nothing learned. */
  public static final SiteModels NONE = new SiteModels(new TreeMap<>(), SiteModel.NONE);

  private final TreeMap<String, SiteModel> bySite;
  private final SiteModel everywhere;
  private transient TreeMap<Long, String> siteOfLine;

  SiteModels(TreeMap<String, SiteModel> bySite, SiteModel everywhere) {
    this.bySite = bySite;
    this.everywhere = everywhere;
  }

  /** Learns from a sample; the same sample gives the same models. */
  public static SiteModels learn(SiteSample sample) {
    return new SiteLearner(sample.pages()).learn();
  }

  /** The models by name, in order. */
  public List<SiteModel> models() {
    return List.copyOf(bySite.values());
  }

  /** The model for a page's site; one learned from all pages where the site is not known. */
  public SiteModel forPage(Page page) {
    return forPage(page, null);
  }

  /**
   * @param units the page's lines; null to read them where they are needed
   */
  SiteModel forPage(Page page, List<Unit> units) {
    if (bySite.isEmpty()) {
      return everywhere;
    }
    String host = SiteName.ofUrl(page.url());
    SiteModel known = host == null ? null : bySite.get(host);
    if (known != null) {
      return known;
    }
    if (page.kind() != Page.Kind.TEXT) {
      return everywhere;
    }
    List<Unit> lines =
        units == null ? new UnitReader(page.payload(), Markers.LISTED).read() : units;
    SiteModel shared = bySharedLines(lines);
    return shared == null ? everywhere : shared;
  }

  private SiteModel bySharedLines(List<Unit> units) {
    TreeMap<Long, String> index = index();
    if (index.isEmpty()) {
      return null;
    }
    TreeMap<String, Integer> votes = new TreeMap<>();
    for (Unit unit : units) {
      String site = index.get(unit.key);
      if (site != null) {
        votes.merge(site, 1, Integer::sum);
      }
    }
    SiteModel best = null;
    int most = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        best = bySite.get(vote.getKey());
      }
    }
    return best;
  }

  /** Furniture that stands on one site only, and whose. */
  private TreeMap<Long, String> index() {
    if (siteOfLine == null) {
      TreeMap<Long, String> index = new TreeMap<>();
      for (SiteModel model : bySite.values()) {
        long[] keys = model.ownKeys();
        for (long key : keys) {
          String other = index.putIfAbsent(key, model.name());
          if (other != null) {
            index.put(key, "");
          }
        }
      }
      index.values().removeIf(String::isEmpty);
      siteOfLine = index;
    }
    return siteOfLine;
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
        lines);
  }
}
