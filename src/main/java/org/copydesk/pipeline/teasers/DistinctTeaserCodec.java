package org.copydesk.pipeline.teasers;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserVariants;
import org.copydesk.pipeline.links.TeaserBytes;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** Teasers on their way through the steps of folding. */
final class DistinctTeaserCodec implements RecordCodec<DistinctTeaser> {
  private static final long serialVersionUID = 1;

  /** What teasers are grouped by; each step has its own order. */
  public enum Step {
    /** By id, spelling by spelling. */
    SPELLINGS,
    /** By headline, the longest text first. */
    TITLES,
    /** By the snippet's first words, the longest text first. */
    OPENINGS;

    /** The group of a teaser; null for one that this step does not look at. */
    ContentHash group(DistinctTeaser teaser) {
      return switch (this) {
        case SPELLINGS -> teaser.id();
        case TITLES -> TeaserVariants.titleGroup(teaser);
        case OPENINGS -> TeaserVariants.openingGroup(teaser);
      };
    }
  }

  private final Step step;

  DistinctTeaserCodec(Step step) {
    this.step = step;
  }

  @Override
  public void groupKey(DistinctTeaser teaser, ByteWriter out) {
    KeyCodec.put(step.group(teaser), out);
  }

  @Override
  public void orderKey(DistinctTeaser teaser, ByteWriter out) {
    if (step == Step.SPELLINGS) {
      out.putText(teaser.title()).putText(teaser.snippet());
    } else {
      byte[] order = TeaserVariants.order(teaser);
      out.putBytes(order, 0, order.length);
    }
  }

  @Override
  public void encode(DistinctTeaser teaser, ByteWriter out) {
    TeaserBytes.put(teaser, out);
  }

  @Override
  public DistinctTeaser decode(ByteReader in) {
    return TeaserBytes.teaser(in);
  }
}
