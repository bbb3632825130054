package org.copydesk.pipeline.sites;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.RangeStream;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.pipeline.pages.LargePages;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.segment.SiteSample;
import org.copydesk.text.ContentHash;
import org.copydesk.text.WorkLimit;

/**
 * Takes a bounded sample of dumps, from which sites are learned before any page is taken apart.
 *
 * <p>Files are chosen by a hash of their names, so that the sample depends on the listing alone: at
 * most {@link #MOST_FILES} of them and {@link #MOST_BYTES}, and of each file at most {@link
 * #filePages} pages and {@link #FILE_BYTES} of payload, looked for in its first {@link
 * #SEARCHED_BYTES}. Memory: a sample of {@link SiteSample#MOST_PAGES} pages in small.
 */
public final class SiteSampler {
  static final int MOST_FILES = 8_000;
  static final long MOST_BYTES = 128L << 20;
  static final int FILE_PAGES = 1_000;
  static final int LEAST_FILE_PAGES = 20;

  /**
   * Pages that are read of all files, three times what stays, so that hashes choose, not places.
   */
  static final int READ_PAGES = 3 * SiteSample.MOST_PAGES;

  static final long FILE_BYTES = 8L << 20;

  /** Bytes of a file, as it lies, among which its pages are looked for. */
  static final long SEARCHED_BYTES = 64L << 20;

  /** Bytes of a page text's beginning that tell how its pages are told apart: some 100 pages. */
  private static final int GLANCE = 512 << 10;

  private final Locations locations;
  private final DumpReader dumps;
  private final HtmlSegmenter html;
  private final SiteSample sample = new SiteSample();

  /**
   * @param pages how HTML is taken apart: what is no article there teaches nothing
   * @param unreadable says what becomes of a file that cannot be read
   */
  public SiteSampler(
      Locations locations, DumpSettings settings, HtmlSettings pages, Unreadable unreadable) {
    html = new HtmlSegmenter(pages);
    this.locations = locations;
    this.dumps = new DumpReader(settings, unreadable).glancing(GLANCE);
  }

  /** The files to sample, in the order of their names. */
  public static List<Input> choose(List<Input> files) {
    List<Input> byHash = new ArrayList<>(files);
    byHash.sort(
        Comparator.comparing((Input file) -> ContentHash.of(file.sourceFile()))
            .thenComparing(Input::sourceFile));
    List<Input> chosen = new ArrayList<>();
    long bytes = 0;
    for (Input file : byHash) {
      long taken = Math.min(file.bytes(), FILE_BYTES);
      if (chosen.size() == MOST_FILES || (bytes + taken > MOST_BYTES && !chosen.isEmpty())) {
        break;
      }
      bytes += taken;
      chosen.add(file);
    }
    chosen.sort(Comparator.comparing(Input::sourceFile));
    return chosen;
  }

  /**
   * Most pages of a file that are read, where the sample has so many units and its unit so many.
   */
  static int filePages(int units, int files) {
    long share = READ_PAGES / Math.max(1, (long) units * files);
    return (int) Math.max(LEAST_FILE_PAGES, Math.min(FILE_PAGES, share));
  }

  /** The sample of chosen files, as a build takes it. */
  public SiteSample sample(List<Input> chosen) throws IOException {
    List<DumpUnit> units = DumpUnit.cutWhole(chosen);
    for (DumpUnit unit : units) {
      for (Input file : unit.files()) {
        add(file, filePages(units.size(), unit.files().size()), unread -> {});
      }
    }
    return sample;
  }

  /** What was taken. */
  public SiteSample sample() {
    return sample;
  }

  /**
   * Adds pages of a file.
   *
   * @param most of them
   * @param unread takes the file when it cannot be read: the sites are learned without it then,
   *     whatever comes of it where its pages are read
   */
  void add(Input file, int most, Consumer<Rejected> unread) throws IOException {
    DumpFile whole = locations.file(file);
    try {
      dumps.read(
          new DumpFile(whole.sourceFile(), whole.listed(), beginning(whole.open())),
          new DumpSink() {
            private int pages;
            private long bytes;

            @Override
            public void page(Page page) {
              take(page);
              pages++;
              bytes += page.payload().length;
              if (pages == most || bytes >= FILE_BYTES) {
                throw new SampleIsFull();
              }
            }

            @Override
            public void rejected(Rejected rejected) {
              boolean isUnread =
                  rejected.reason() == Reason.FILE_UNREADABLE
                      || rejected.reason() == Reason.FILE_CHANGED;
              // Damage is told of where the file is read for its pages.
              if (isUnread) {
                unread.accept(rejected);
              }
            }
          });
    } catch (SampleIsFull e) {
      // the rest of the file is not looked at
    }
  }

  /** A file of which no more is read than where pages are looked for. */
  private static DumpFile.InputStreamSupplier beginning(DumpFile.InputStreamSupplier whole) {
    return new DumpFile.InputStreamSupplier() {
      @Override
      public InputStream open() throws IOException {
        return beginning(whole.open(), SEARCHED_BYTES);
      }

      @Override
      public InputStream open(long from) throws IOException {
        return beginning(whole.open(from), SEARCHED_BYTES - from);
      }

      @Override
      public FileState state() throws IOException {
        return whole.state();
      }
    };
  }

  private static InputStream beginning(InputStream whole, long length) {
    return new RangeStream(whole, length) {
      @Override
      protected int atEnd() {
        throw new SampleIsFull();
      }
    };
  }

  /** A page that cannot be taken apart teaches nothing; it is rejected where it is read. */
  private void take(Page page) {
    try (LargePages.InHand inHand = LargePages.take(page.payload().length);
        WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
      if (page.kind() == Page.Kind.HTML) {
        HtmlSegmenter.Lesson lesson = html.lesson(page);
        sample.add(lesson.lines(), lesson.layout());
      } else {
        sample.add(page);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // the same page fails again, with its reason, when it is segmented
    }
  }
}
