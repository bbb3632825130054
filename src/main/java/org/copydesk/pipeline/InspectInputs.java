package org.copydesk.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;
import org.copydesk.pipeline.pages.PageReader;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.pipeline.sites.SampleIsFull;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.copydesk.text.ContentHash;
import org.copydesk.text.WorkLimit;

/**
 * A dry run: lists the inputs of a build, reads a few of them and takes those pages apart as the
 * build would; writes nothing. The files read are chosen by a hash of their names, so that the same
 * inputs are told the same way. Memory: {@link #MOST_BYTES} of pages.
 */
public final class InspectInputs {
  private static final int MOST_FILES = 256;
  private static final int LEAST_FILES_A_KIND = 16;
  private static final int MOST_PAGES = 400;
  private static final int MOST_PAGES_A_FILE = 50;
  private static final long MOST_BYTES = 16L << 20;
  private static final long MOST_BYTES_A_FILE = 1L << 20;
  private static final int MOST_KINDS = 12;

  /** How many times that much of a file is counted, and not kept, until the file is read on. */
  private static final int AHEAD = 8;

  private static final int LONGEST_ENDING = 12;

  private final Locations locations;
  private final DumpReader reader;
  private final HtmlSettings html;
  private final List<Page> pages = new ArrayList<>();
  private long pageBytes;
  private long mostPages;
  private long mostBytes;
  private int mostPagesAFile;
  private long mostBytesAFile;

  /**
   * @param settings how dumps are read
   * @param html how pages of HTML are taken apart
   */
  public InspectInputs(Locations locations, DumpSettings settings, HtmlSettings html) {
    this.html = html;
    this.locations = locations;
    this.reader = new DumpReader(settings);
  }

  /** Looks at the inputs. */
  public Inspection inspect(List<String> inputs) throws IOException, Failure {
    InputListing.Listing listing = locations.list(inputs, List.of());
    TreeMap<String, List<Input>> byEnding = new TreeMap<>();
    for (Input file : listing.files()) {
      byEnding.computeIfAbsent(ending(file.sourceFile()), k -> new ArrayList<>()).add(file);
    }
    List<Map.Entry<String, List<Input>>> largest = new ArrayList<>(byEnding.entrySet());
    largest.sort(Comparator.comparing(entry -> -entry.getValue().size()));
    List<Inspection.Kind> kinds = new ArrayList<>();
    int each = Math.max(LEAST_FILES_A_KIND, MOST_FILES / Math.max(1, largest.size()));
    int left = MOST_FILES;
    for (Map.Entry<String, List<Input>> entry : largest) {
      boolean isTold = kinds.size() < MOST_KINDS;
      int files = isTold ? Math.min(each, left) : 0;
      Inspection.Kind kind = new Inspection.Kind(entry.getKey());
      int toldKinds = Math.min(MOST_KINDS, largest.size());
      mostPages = pages.size() + MOST_PAGES / toldKinds;
      mostBytes = pageBytes + MOST_BYTES / toldKinds;
      entry.getValue().forEach(file -> kind.list(file.bytes()));
      List<Input> chosen = chosen(entry.getValue(), files);
      int share = Math.max(1, chosen.size()) * toldKinds;
      mostPagesAFile = Math.max(1, Math.min(MOST_PAGES_A_FILE, MOST_PAGES / share));
      mostBytesAFile = Math.min(MOST_BYTES_A_FILE, MOST_BYTES / share);
      for (Input file : chosen) {
        read(file, kind);
        left--;
      }
      kinds.add(kind);
    }
    return segment(listing, kinds);
  }

  private Inspection segment(InputListing.Listing listing, List<Inspection.Kind> kinds) {
    HtmlSegmenter lines = new HtmlSegmenter(html);
    SiteSample sample = new SiteSample();
    for (Page page : pages) {
      try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
        sample.add(page.kind() == Page.Kind.HTML ? lines.linesToLearnFrom(page) : page);
      } catch (RuntimeException | StackOverflowError e) {
        // it is told of below, where it is taken apart
      }
    }
    PageReader segmenter = new PageReader(SiteModels.learn(sample), html);
    List<Inspection.Cut> cuts = new ArrayList<>();
    for (Page page : pages) {
      try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
        TakePagesApart.Reading reading = segmenter.read(page);
        Segmented found = reading.segmented();
        String site = TakePagesApart.siteOf(page, found.article(), reading.site());
        cuts.add(new Inspection.Cut(page, found, site));
      } catch (RuntimeException | StackOverflowError e) {
        cuts.add(new Inspection.Cut(page, null, null));
      }
    }
    return new Inspection(listing.files().size(), listing.told(), kinds, cuts);
  }

  private static List<Input> chosen(List<Input> files, int most) {
    if (files.size() <= most) {
      return files;
    }
    if (most == 0) {
      return List.of();
    }
    List<Input> byHash = new ArrayList<>(files);
    byHash.sort(Comparator.comparing(file -> ContentHash.of(file.sourceFile())));
    List<Input> chosen = new ArrayList<>(byHash.subList(0, most));
    chosen.sort(Comparator.comparing(Input::sourceFile));
    return chosen;
  }

  /** What a file's name ends with, {@code .warc.gz}; empty where it has no ending. */
  static String ending(String sourceFile) {
    String name = sourceFile.substring(sourceFile.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int last = name.lastIndexOf('.');
    if (last <= 0 || name.length() - last > LONGEST_ENDING) {
      return "";
    }
    String ending = name.substring(last);
    boolean isPacked = ending.matches("\\.(gz|zst|bz2|wet)");
    int before = isPacked ? name.lastIndexOf('.', last - 1) : -1;
    boolean isShort = before > 0 && last - before <= LONGEST_ENDING;
    return isShort && !name.substring(before + 1, last).matches("\\d+")
        ? name.substring(before)
        : ending;
  }

  private void read(Input file, Inspection.Kind kind) throws IOException {
    if (isEnough()) {
      return;
    }
    DumpFile whole = locations.file(file);
    Counted counted = new Counted(whole);
    Taking taking = new Taking(kind, counted);
    try {
      FileLedger ledger =
          reader.read(new DumpFile(whole.sourceFile(), whole.listed(), counted), taking);
      kind.read(taking.taken, file.bytes(), file.bytes(), ledger.format());
    } catch (SampleIsFull e) {
      boolean hasRefilled = taking.usedBytes > 0;
      kind.read(
          hasRefilled ? taking.used : taking.taken,
          Math.min(hasRefilled ? taking.usedBytes : counted.bytes, file.bytes()),
          file.bytes(),
          reader.format(whole));
    }
  }

  /** Whether the kind of files at hand has had its share of what is looked at. */
  private boolean isEnough() {
    return pages.size() >= mostPages || pageBytes >= mostBytes;
  }

  /**
   * Takes pages until there are enough of a file or of all, each file its share. A file is read
   * ahead of its pages; so what it held is counted up to where it was last read on, and no further,
   * and until then pages are counted beyond those that are kept.
   */
  private final class Taking implements DumpSink {
    private final Inspection.Kind kind;
    private final Counted counted;
    private Inspection.Held taken = Inspection.Held.NOTHING;
    private Inspection.Held used = Inspection.Held.NOTHING;
    private long usedBytes;
    private long readBytes;

    Taking(Inspection.Kind kind, Counted counted) {
      this.kind = kind;
      this.counted = counted;
    }

    @Override
    public void page(Page page) {
      if (counted.bytes != readBytes) {
        usedBytes = readBytes;
        used = taken;
        readBytes = counted.bytes;
      }
      boolean isFull = taken.pages() >= mostPagesAFile || taken.bytes() >= mostBytesAFile;
      if (!isFull) {
        pages.add(page);
        pageBytes += page.payload().length;
      }
      taken = taken.plus(page);
      isFull = taken.pages() >= mostPagesAFile || taken.bytes() >= mostBytesAFile;
      boolean isOver =
          taken.pages() >= AHEAD * MOST_PAGES_A_FILE || taken.bytes() >= AHEAD * MOST_BYTES_A_FILE;
      if ((isFull || isEnough()) && usedBytes > 0 || isOver) {
        throw new SampleIsFull();
      }
    }

    @Override
    public void rejected(Rejected rejected) {
      kind.rejected(rejected);
    }
  }

  /** A file whose bytes are counted as they are read. */
  private static final class Counted implements DumpFile.InputStreamSupplier {
    private final DumpFile.InputStreamSupplier whole;
    private long bytes;

    Counted(DumpFile file) {
      this.whole = file.open();
    }

    @Override
    public InputStream open() throws IOException {
      return counting(whole.open());
    }

    @Override
    public InputStream open(long from) throws IOException {
      return counting(whole.open(from));
    }

    @Override
    public FileState state() throws IOException {
      return whole.state();
    }

    private InputStream counting(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          int read = super.read();
          bytes += read < 0 ? 0 : 1;
          return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          int read = super.read(into, from, length);
          bytes += Math.max(0, read);
          return read;
        }
      };
    }
  }
}
