package org.copydesk.pipeline.teasers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.storage.Storage;

/** All moves of teasers in, one sorted file of them out; the result is its name. */
final class WriteMoves implements BucketWorker<MoveEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;

  WriteMoves(Storage work) {
    this.work = work;
  }

  /** The file is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<MoveEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    String name = "moves-" + UUID.randomUUID();
    long moves = 0;
    ByteWriter entry = new ByteWriter(TeaserMoves.ENTRY_BYTES);
    try (OutputStream file = new BufferedOutputStream(work.create(name), 1 << 16)) {
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          MoveEntry move = groups.next();
          entry.clear();
          KeyCodec.put(move.variant(), entry);
          KeyCodec.put(move.teaser(), entry);
          file.write(entry.array(), 0, entry.length());
          moves++;
        }
      }
    }
    out.result(RewriteOccurrences.moves(name, moves));
  }
}
