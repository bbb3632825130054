package org.copydesk.dedup;

import org.copydesk.text.ContentHash;

/**
 * What became of an article that had a candidate.
 *
 * @param id of the article
 * @param keptId of the article it is a copy of, which names the cluster; its own when it is kept
 * @param verdict of the comparison of the two; kind NONE when it is kept
 */
public record CopyDecision(
    ContentHash id, ContentHash keptId, NearDuplicatePolicy.Verdict verdict) {

  public boolean isKept() {
    return id.equals(keptId);
  }
}
