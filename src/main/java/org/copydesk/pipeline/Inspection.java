package org.copydesk.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.copydesk.dump.DumpFormat;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;

/**
 * What a look at inputs gave.
 *
 * @param files files matched
 * @param passedOver a line on what builds wrote among them; null when nothing was
 * @param kinds files by what their names end with, the most first
 * @param cuts pages of the files that were read, taken apart
 */
public record Inspection(int files, String passedOver, List<Kind> kinds, List<Cut> cuts) {

  /**
   * A page taken apart.
   *
   * @param segmented null where that failed
   * @param site null when unknown
   */
  public record Cut(Page page, Segmented segmented, String site) {}

  /** What files held, or hold by a part of them: pages of text and of HTML, and bytes of them. */
  record Held(double textPages, double textBytes, double htmlPages, double htmlBytes) {
    static final Held NOTHING = new Held(0, 0, 0, 0);

    Held plus(Page page) {
      long bytes = page.payload().length;
      return page.kind() == Page.Kind.HTML
          ? new Held(textPages, textBytes, htmlPages + 1, htmlBytes + bytes)
          : new Held(textPages + 1, textBytes + bytes, htmlPages, htmlBytes);
    }

    Held plus(Held other) {
      return new Held(
          textPages + other.textPages,
          textBytes + other.textBytes,
          htmlPages + other.htmlPages,
          htmlBytes + other.htmlBytes);
    }

    Held times(double factor) {
      return new Held(
          factor * textPages, factor * textBytes, factor * htmlPages, factor * htmlBytes);
    }

    double pages() {
      return textPages + htmlPages;
    }

    double bytes() {
      return textBytes + htmlBytes;
    }
  }

  /** Files whose names end alike, and what those of them that were read held. */
  public static final class Kind {
    private final String ending;
    private final Map<String, Integer> formats = new TreeMap<>();
    private final Map<Reason, Rejected> reasons = new TreeMap<>();
    private final Map<Reason, Integer> rejects = new TreeMap<>();
    private long files;
    private long bytes;
    private long readFiles;
    private long readBytes;
    private Held all = Held.NOTHING;

    Kind(String ending) {
      this.ending = ending;
    }

    void list(long size) {
      files++;
      bytes += size;
    }

    void rejected(Rejected rejected) {
      reasons.putIfAbsent(rejected.reason(), rejected);
      rejects.merge(rejected.reason(), 1, Integer::sum);
    }

    /**
     * Takes what a file holds, by what its beginning held: files of a kind may differ much.
     *
     * @param begun bytes of it that were read
     */
    void read(Held held, long begun, long size, DumpFormat format) {
      readFiles++;
      readBytes += size;
      all = all.plus(begun == 0 ? held : held.times((double) size / begun));
      formats.merge(format.stored(), 1, Integer::sum);
    }

    /** What their names end with; empty for no ending. */
    public String ending() {
      return ending;
    }

    /** How many of the files that were looked into were of each format. */
    public Map<String, Integer> formats() {
      return formats;
    }

    /** The first record that was left out for each reason, by reading. */
    public Map<Reason, Rejected> reasons() {
      return reasons;
    }

    /** How many records of those read were left out for a reason. */
    public int rejects(Reason reason) {
      return rejects.getOrDefault(reason, 0);
    }

    public long files() {
      return files;
    }

    public long bytes() {
      return bytes;
    }

    /** How many of them were looked into. */
    public long readFiles() {
      return readFiles;
    }

    /** Pages all of them hold, by those read. */
    public double allPages() {
      return scaled(all.pages());
    }

    private double scaled(double figure) {
      return readBytes == 0 ? 0 : figure * ((double) bytes / readBytes);
    }
  }

  /** Pages in all, by those read. */
  public double pages() {
    return kinds.stream().mapToDouble(Kind::allPages).sum();
  }

  /** What a build of all of it takes. */
  public BuildCost cost() {
    double text = kinds.stream().mapToDouble(kind -> kind.scaled(kind.all.textBytes())).sum();
    double html = kinds.stream().mapToDouble(kind -> kind.scaled(kind.all.htmlBytes())).sum();
    return BuildCost.of(
        kinds.stream().mapToDouble(kind -> kind.scaled(kind.all.htmlPages())).sum(),
        text * articleShare(false) + html * articleShare(true),
        pages() * teasersAPage(),
        packedShare());
  }

  /** What share of its bytes the text of articles takes when it is packed, by that read. */
  private double packedShare() {
    Deflater deflater = new Deflater();
    byte[] packed = new byte[1 << 16];
    for (Cut cut : cuts) {
      if (cut.segmented() != null && cut.segmented().article() != null) {
        deflater.setInput(cut.segmented().article().text().getBytes(StandardCharsets.UTF_8));
        while (!deflater.needsInput()) {
          deflater.deflate(packed);
        }
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      deflater.deflate(packed);
    }
    double share =
        deflater.getBytesRead() == 0
            ? 0
            : (double) deflater.getBytesWritten() / deflater.getBytesRead();
    deflater.end();
    return share;
  }

  private double teasersAPage() {
    return cuts.stream()
        .mapToInt(cut -> cut.segmented() == null ? 0 : cut.segmented().teasers().size())
        .average()
        .orElse(0);
  }

  /** Which share of the bytes of pages is text of articles, in those that were read. */
  private double articleShare(boolean ofHtml) {
    long all = 0;
    long text = 0;
    for (Cut cut : cuts) {
      if ((cut.page().kind() == Page.Kind.HTML) == ofHtml) {
        all += cut.page().payload().length;
        boolean hasArticle = cut.segmented() != null && cut.segmented().article() != null;
        text +=
            hasArticle
                ? cut.segmented().article().text().getBytes(StandardCharsets.UTF_8).length
                : 0;
      }
    }
    return all == 0 ? 0 : (double) text / all;
  }
}
