package org.copydesk.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.dump.FileLedger;
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
    private long pages;
    private long textBytes;
    private long htmlBytes;
    private long htmlPages;

    Kind(String ending) {
      this.ending = ending;
    }

    void list(long size) {
      files++;
      bytes += size;
    }

    void page(Page page) {
      pages++;
      if (page.kind() == Page.Kind.HTML) {
        htmlBytes += page.payload().length;
        htmlPages++;
      } else {
        textBytes += page.payload().length;
      }
    }

    void rejected(Rejected rejected) {
      reasons.putIfAbsent(rejected.reason(), rejected);
      rejects.merge(rejected.reason(), 1, Integer::sum);
    }

    void read(FileLedger ledger, long size) {
      readFiles++;
      readBytes += size;
      formats.merge(ledger.format().stored(), 1, Integer::sum);
    }

    void readBeginning(long size) {
      readFiles++;
      readBytes += size;
    }

    /** What their names end with; empty for no ending. */
    public String ending() {
      return ending;
    }

    /** How many of the files read to their end were of each format. */
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
      return scaled(pages);
    }

    private double scaled(long figure) {
      return readBytes == 0 ? 0 : figure * ((double) bytes / readBytes);
    }
  }

  /** Pages in all, by those read. */
  public double pages() {
    return kinds.stream().mapToDouble(Kind::allPages).sum();
  }

  /** What a build of all of it takes. */
  public BuildCost cost() {
    double text = kinds.stream().mapToDouble(kind -> kind.scaled(kind.textBytes)).sum();
    double html = kinds.stream().mapToDouble(kind -> kind.scaled(kind.htmlBytes)).sum();
    return BuildCost.of(
        kinds.stream().mapToDouble(kind -> kind.scaled(kind.htmlPages)).sum(),
        text * articleShare(false) + html * articleShare(true));
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
