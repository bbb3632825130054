package org.copydesk.pipeline.teasers;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Which teaser each variant became part of: a sorted file of 32 bytes a move, copied to local disk
 * and mapped, so that it takes no heap whatever its size. A variant of a variant is followed to the
 * end.
 */
final class TeaserMoves implements Closeable {
  /** Bytes of a move: the variant's id and the teaser's. */
  static final int ENTRY_BYTES = 32;

  /** A mapping holds less than 2 GB; this many moves a mapping. */
  private static final int ENTRIES_A_MAP = 1 << 25;

  /** No move is followed further: there are two steps of folding. */
  private static final int MOST_STEPS = 8;

  private final Path file;
  private final List<MappedByteBuffer> maps = new ArrayList<>();
  private final long entries;

  private TeaserMoves(Path file) throws IOException {
    this.file = file;
    this.entries = Files.size(file) / ENTRY_BYTES;
    try (FileChannel channel = FileChannel.open(file)) {
      for (long from = 0; from < entries; from += ENTRIES_A_MAP) {
        long count = Math.min(ENTRIES_A_MAP, entries - from);
        maps.add(
            channel.map(FileChannel.MapMode.READ_ONLY, from * ENTRY_BYTES, count * ENTRY_BYTES));
      }
    }
  }

  /**
   * Opens a file of moves.
   *
   * @param entries moves it holds
   * @param folder local folder for the copy, which {@link #close} removes
   */
  static TeaserMoves open(Storage work, String name, long entries, Path folder) throws IOException {
    Path copy = Files.createTempFile(folder, "moves-", null);
    try (InputStream in = work.open(name);
        OutputStream out = Files.newOutputStream(copy)) {
      long bytes = in.transferTo(out);
      if (bytes != entries * ENTRY_BYTES) {
        throw new EOFException(
            "moves of teasers end after " + bytes + " bytes: " + work.location(name));
      }
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    return new TeaserMoves(copy);
  }

  /** The teaser that {@code id} is part of now; itself where it was not moved. */
  ContentHash follow(ContentHash id) {
    ContentHash at = id;
    for (int step = 0; step < MOST_STEPS; step++) {
      ContentHash next = moved(at);
      if (next == null) {
        return at;
      }
      at = next;
    }
    throw new IllegalStateException("a teaser became part of itself: " + id.hex());
  }

  private ContentHash moved(ContentHash id) {
    long low = 0;
    long high = entries - 1;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      MappedByteBuffer map = maps.get((int) (middle / ENTRIES_A_MAP));
      int at = (int) (middle % ENTRIES_A_MAP) * ENTRY_BYTES;
      int order = new ContentHash(map.getLong(at), map.getLong(at + 8)).compareTo(id);
      if (order == 0) {
        return new ContentHash(map.getLong(at + 16), map.getLong(at + 24));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    maps.clear();
    Files.deleteIfExists(file);
  }
}
