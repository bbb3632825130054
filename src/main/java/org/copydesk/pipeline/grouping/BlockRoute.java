package org.copydesk.pipeline.grouping;

import java.io.Serializable;
import java.nio.file.Path;
import org.copydesk.storage.Storage;

/**
 * How blocks get from the worker that packs to the worker that groups: {@link ParkedBlocks parked}
 * in files, and from there through the grouping itself or, as {@link BlockMessage} places, past it.
 *
 * <p>The direct runner keeps all that a GroupByKey holds on the heap (3.2 GB of blocks want a 4 GB
 * heap), so there every block is parked on local disk and only places travel. Flink writes what it
 * groups to disk twice, as a partition and as sorted runs, so there too places travel instead of
 * large pieces, unless each piece would be a request to an object store.
 *
 * @param spillFolder local folder for blocks and spill files; null where workers are many machines
 * @param work folder that every worker sees
 * @param workers how many work side by side
 * @param memory where buckets are kept from build to build; null for nowhere
 */
public record BlockRoute(String spillFolder, Storage work, int workers, BucketMemory memory)
    implements Serializable {
  /** What an element of a lane may send by itself: it is not worth a file. */
  private static final int INLINE_BYTES = 64 << 10;

  /** From here on reading a piece where it lies costs less than carrying it through a grouping. */
  private static final int PIECE_BYTES = 32 << 10;

  /** Flink refuses a record larger than its sort buffer (apache/beam#20655). */
  private static final int MOST_CARRIED_BYTES = 1 << 20;

  /** So many elements leave no worker idle for long while another has the last. */
  private static final int SHARED_A_WORKER = 3;

  /** One without a memory. */
  public BlockRoute(String spillFolder, Storage work, int workers) {
    this(spillFolder, work, workers, null);
  }

  /** Whether all work is done in this process, by the direct runner. */
  private boolean isOneProcess() {
    return spillFolder != null;
  }

  /** Where blocks are parked. */
  Storage parking() {
    return isOneProcess() ? Storage.local(Path.of(spillFolder)) : work;
  }

  /**
   * Keys for {@code count} numbers from 0; the numbers themselves in one process: the direct runner
   * gives the next key to whoever is free.
   */
  public SpreadKeys keys(int count) {
    return new SpreadKeys(count, isOneProcess() ? 1 : workers);
  }

  /**
   * How many elements a night in this process deals its units, and the buckets of a lane, out to:
   * most have next to nothing to do, and an element costs the direct runner three to five
   * milliseconds in each step that it comes to. 0 where each is an element of its own.
   */
  public int shared() {
    boolean isNight = memory != null && memory.sendsChanges();
    return isNight && isOneProcess() ? SHARED_A_WORKER * workers : 0;
  }

  /** The same for buckets, of which there may be fewer. */
  int elements(int buckets) {
    return shared() == 0 ? buckets : Math.min(buckets, shared());
  }

  /** Whether a block leaves its step by itself, after {@code before} bytes that its lane sent. */
  boolean isInline(long before, int bytes) {
    return !isOneProcess() && before + bytes <= INLINE_BYTES;
  }

  /** Whether any piece is read where it lies that could be carried. */
  boolean readsInPlace() {
    return isOneProcess() || work.readsPieces();
  }

  /** Whether pieces of this size, of a block or several, are read where they lie. */
  boolean readsInPlace(long pieceBytes) {
    return isOneProcess() || (readsInPlace() && pieceBytes >= PIECE_BYTES);
  }

  /** Whether a block may go through a grouping. */
  boolean carries(int bytes) {
    return bytes <= MOST_CARRIED_BYTES;
  }
}
