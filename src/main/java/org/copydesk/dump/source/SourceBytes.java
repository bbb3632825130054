package org.copydesk.dump.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.copydesk.model.Reason;

/**
 * The bytes of a file, or of a range of it, as they lie. An error is met by opening the file anew
 * at the byte that is wanted next; so is a file that seems to end early. What stays is a {@link
 * SourceFailure} in an {@link UncheckedIOException}: whoever unpacks or parses the bytes never sees
 * an error of theirs in it.
 */
public final class SourceBytes implements Closeable {
  private final DumpFile file;
  private FileState expected;
  private final Retry retry;
  private final long end;
  private long place;
  private InputStream in;
  private int failed;
  private boolean isChecked;

  /** The whole file. */
  public SourceBytes(DumpFile file, Retry retry) {
    this(file, file.listed(), 0, file.bytes(), retry);
  }

  /**
   * @param expected what the file has to be
   * @param end byte before which the range ends; -1 for that of a file of unknown size
   */
  public SourceBytes(DumpFile file, FileState expected, long start, long end, Retry retry) {
    this.file = file;
    this.expected = expected;
    this.retry = retry;
    this.place = start;
    this.end = end;
  }

  /** Reads at least a byte; -1 at the end, where the file was seen to be what it was. */
  public int read(byte[] b, int off, int len) {
    while (true) {
      try {
        return tryToRead(b, off, len);
      } catch (SourceFailure e) {
        throw new UncheckedIOException(e);
      } catch (IOException e) {
        again(e);
      }
    }
  }

  private int tryToRead(byte[] b, int off, int len) throws IOException {
    if (in == null) {
      checkState();
      in = file.open().open(place);
    }
    if (place == end && end < expected.bytes()) {
      return atEnd();
    }
    // At the end of the file one byte more is asked for: it may have grown.
    int wanted = end < 0 ? len : (int) Math.min(len, Math.max(1, end - place));
    int n = in.read(b, off, wanted);
    if (n < 0) {
      if (place < end) {
        throw new EOFException("listed with " + end + " bytes, ends after " + place);
      }
      return atEnd();
    }
    if (place == end) {
      throw changed("listed with " + end + " bytes, has more");
    }
    place += n;
    failed = 0;
    return n;
  }

  private int atEnd() throws IOException {
    if (!isChecked) {
      checkState();
      isChecked = true;
    }
    return -1;
  }

  private void checkState() throws IOException {
    FileState now = file.open().state();
    String difference = expected.differenceTo(now);
    if (difference != null) {
      throw changed(difference);
    }
    if (expected.modified() < 0) {
      // Not known from the listing: at least it stays as it is now.
      expected = new FileState(expected.bytes(), now.modified());
    }
  }

  private SourceFailure changed(String why) {
    return new SourceFailure(file.sourceFile(), Reason.FILE_CHANGED, true, why, null);
  }

  /** Prepares another try, after a wait; throws where there is none. */
  private void again(IOException e) {
    failed++;
    try {
      close();
      if (failed >= retry.attempts() || Retry.isLasting(e)) {
        throw e instanceof EOFException && place < end
            ? changed(SourceFailure.words(e))
            : SourceFailure.of(file.sourceFile(), e);
      }
      retry.pause(failed);
    } catch (SourceFailure stays) {
      throw new UncheckedIOException(stays);
    } catch (IOException closing) {
      throw new UncheckedIOException(SourceFailure.of(file.sourceFile(), closing));
    }
  }

  /** Nothing is lost with a stream of bytes that were read, or that are asked for again. */
  @Override
  public void close() {
    InputStream open = in;
    in = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // its bytes are in hand
      }
    }
  }
}
