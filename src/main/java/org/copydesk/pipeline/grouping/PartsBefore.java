package org.copydesk.pipeline.grouping;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.dump.source.Retry;
import org.copydesk.storage.QuickHash;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Parts that groups of a bucket came to, by their numbers, as they lie in the generation before.
 *
 * @param parts with their hashes
 */
record PartsBefore(Map<Integer, Written> parts) {
  /**
   * A part.
   *
   * @param hash of its bytes
   */
  record Written(PartResult part, ContentHash hash) {}

  /** The parts that a worker reports, which lie in the work folder. */
  static PartsBefore of(List<byte[]> reports, Storage work) throws IOException {
    Map<Integer, Written> parts = new TreeMap<>();
    for (PartResult part : BuildResults.of(reports).parts()) {
      parts.put(part.number(), new Written(part, QuickHash.of(work, part.file(), part.bytes())));
    }
    return new PartsBefore(parts);
  }

  static PartsBefore decode(byte[] bytes) {
    Map<Integer, Written> parts = new TreeMap<>();
    ByteReader in = new ByteReader(bytes);
    while (in.hasMore()) {
      PartResult part = PartResult.decode(in);
      parts.put(part.number(), new Written(part, new ContentHash(in.getLong(), in.getLong())));
    }
    return new PartsBefore(parts);
  }

  byte[] encode() {
    ByteWriter out = new ByteWriter();
    for (Written written : parts.values()) {
      written.part().encode(out);
      out.putLong(written.hash().high()).putLong(written.hash().low());
    }
    return out.toByteArray();
  }

  /** Without the parts of some groups, whose keys are their numbers. */
  PartsBefore without(List<byte[]> groups) {
    Map<Integer, Written> rest = new TreeMap<>(parts);
    groups.forEach(group -> rest.remove(new ByteReader(group).getInt()));
    return new PartsBefore(rest);
  }

  PartsBefore with(PartsBefore more) {
    Map<Integer, Written> all = new TreeMap<>(parts);
    all.putAll(more.parts());
    return new PartsBefore(all);
  }

  /**
   * Puts the parts where this build's lie; gives the report of them.
   *
   * @param generation the one before
   * @throws BucketMemory.LostException where one is not what it was
   */
  byte[] takeOver(Storage generation, Storage work) throws IOException {
    List<PartResult> taken = new ArrayList<>();
    for (Written written : parts.values()) {
      PartResult part = written.part();
      String file;
      try {
        file = Retry.DEFAULT.run(() -> share(written, generation, work));
      } catch (NoSuchFileException | OtherBytes e) {
        throw lost(part);
      }
      taken.add(
          new PartResult(
              part.table(), part.number(), file, part.rows(), part.bytes(), part.digest()));
    }
    return new BuildResults(taken, List.of()).encode();
  }

  /** Not the bytes that were written, or not all of them. */
  private static final class OtherBytes extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Shares a part under a name of its own; gives that. */
  private static String share(Written written, Storage generation, Storage work)
      throws IOException {
    PartResult part = written.part();
    String file = "parts/" + part.table() + "-" + part.number() + "-" + UUID.randomUUID();
    generation.share(part.finalName(), work, file);
    boolean isSame =
        work.bytes(file) == part.bytes()
            && QuickHash.of(work, file, part.bytes()).equals(written.hash());
    if (!isSame) {
      throw new OtherBytes();
    }
    return file;
  }

  private static BucketMemory.LostException lost(PartResult part) {
    return new BucketMemory.LostException("not what was published: " + part.finalName());
  }
}
