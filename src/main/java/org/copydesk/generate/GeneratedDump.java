package org.copydesk.generate;

import java.nio.file.Path;

/**
 * What was written.
 *
 * @param dumps folder of the dump files
 * @param truth folder of the labelled files; null when none were wanted
 * @param pages pages in all
 * @param articles pages with an article
 * @param copies pages whose article copies another page's, planted pairs included
 * @param teasers teaser occurrences
 * @param bytes page bytes before compression
 */
public record GeneratedDump(
    Path dumps, Path truth, long pages, long articles, long copies, long teasers, long bytes) {}
