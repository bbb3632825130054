package org.copydesk.pipeline.suspects;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.SurvivorOrder;
import org.copydesk.evaluate.Contamination.Suspicion;
import org.copydesk.pipeline.articles.ArticleEntry;

/** What meets where articles that have words of a benchmark are judged: all in one group. */
public sealed interface SuspectEntry {
  /** What an article has of the benchmark. */
  record Runs(Suspicion suspicion) implements SuspectEntry {}

  /** The article itself. */
  record Body(ArticleEntry.Body article) implements SuspectEntry {}

  /** The way to where they are judged. */
  static Lane<SuspectEntry> lane(SurvivorOrder survivors) {
    return new Lane<>("suspects", new Codec(survivors), 1, Codec.LANE_BYTES);
  }

  /** All that is counted comes before all that is judged. */
  final class Codec implements RecordCodec<SuspectEntry> {
    private static final long serialVersionUID = 1;
    private static final long LANE_BYTES = 1L << 20;
    private static final int RUNS = 0;
    private static final int BODY = 1;

    private final ArticleEntry.Codec articles;

    Codec(SurvivorOrder survivors) {
      articles = new ArticleEntry.Codec(survivors);
    }

    @Override
    public void groupKey(SuspectEntry entry, ByteWriter out) {
      out.putByte(0);
    }

    @Override
    public void orderKey(SuspectEntry entry, ByteWriter out) {
      out.putByte(entry instanceof Body ? BODY : RUNS);
      if (entry instanceof Body body) {
        articles.groupKey(body.article(), out);
        articles.orderKey(body.article(), out);
      }
    }

    @Override
    public void encode(SuspectEntry entry, ByteWriter out) {
      if (entry instanceof Body body) {
        articles.encode(body.article(), out.putByte(BODY));
      } else if (entry instanceof Runs runs) {
        Suspicion of = runs.suspicion();
        out.putByte(RUNS).putLong(of.site()).putLong(of.wording());
        out.putVarLong(of.runs().length);
        for (long run : of.runs()) {
          out.putLong(run);
        }
      }
    }

    @Override
    public SuspectEntry decode(ByteReader in) {
      if (in.getByte() == BODY) {
        return new Body((ArticleEntry.Body) articles.decode(in));
      }
      long site = in.getLong();
      long wording = in.getLong();
      long[] runs = new long[in.getVarInt()];
      for (int i = 0; i < runs.length; i++) {
        runs[i] = in.getLong();
      }
      return new Runs(new Suspicion(site, wording, runs));
    }
  }
}
