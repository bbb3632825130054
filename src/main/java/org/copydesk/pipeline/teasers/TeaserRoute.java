package org.copydesk.pipeline.teasers;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.links.LinkKeys;
import org.copydesk.dedup.links.LinkProbe;
import org.copydesk.pipeline.links.CandidateEntry;
import org.copydesk.pipeline.links.KeyLog;
import org.copydesk.pipeline.links.LinkKeyEntry;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.links.TeaserEntry;

/**
 * Sends a teaser to the next step of folding that looks at it; one that has been through all goes
 * to its row and to the search for its article.
 */
record TeaserRoute(TeaserLanes steps, LinkLanes links) implements Serializable {
  /** What a step of folding sends on. */
  public List<Lane<?>> lanesFrom(DistinctTeaserCodec.Step step) {
    List<Lane<?>> last =
        List.of(links.teasers(), links.candidates(), links.keys(), links.keyLogs());
    return switch (step) {
      case SPELLINGS -> join(List.of(steps.titles(), steps.openings()), last);
      case TITLES -> join(List.of(steps.moves(), steps.openings()), last);
      case OPENINGS -> join(List.of(steps.moves()), last);
    };
  }

  private static List<Lane<?>> join(List<Lane<?>> first, List<Lane<?>> last) {
    List<Lane<?>> all = new ArrayList<>(first);
    all.addAll(last);
    return all;
  }

  /** Sends on what {@code step} gave. */
  void onFrom(
      DistinctTeaserCodec.Step step, DistinctTeaser teaser, KeyLog keys, BucketOut<byte[]> out) {
    if (step == DistinctTeaserCodec.Step.SPELLINGS
        && DistinctTeaserCodec.Step.TITLES.group(teaser) != null) {
      out.send(steps.titles(), teaser);
    } else if (step != DistinctTeaserCodec.Step.OPENINGS
        && DistinctTeaserCodec.Step.OPENINGS.group(teaser) != null) {
      out.send(steps.openings(), teaser);
    } else {
      finish(teaser, keys, out);
    }
  }

  /** Tells which keys were logged; call when a bucket is done. */
  void finish(KeyLog keys, BucketOut<byte[]> out) throws IOException {
    KeyLog.Written written = keys.finish();
    if (written != null) {
      out.send(links.keyLogs(), written);
    }
  }

  private void finish(DistinctTeaser teaser, KeyLog keys, BucketOut<byte[]> out) {
    LinkProbe probe = LinkProbe.of(teaser);
    out.send(links.teasers(), new TeaserEntry.Folded(teaser));
    out.send(links.candidates(), new CandidateEntry.Probe(probe));
    LinkKeys.ofTeaser(
        teaser,
        probe,
        (key, method) -> {
          keys.add(key);
          out.send(links.keys(), new LinkKeyEntry(key, method, true, teaser.id()));
        });
  }
}
