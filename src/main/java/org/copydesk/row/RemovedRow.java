package org.copydesk.row;

import org.copydesk.table.Means;
import org.copydesk.table.OwnText;
import org.copydesk.table.PageWords;

/** An article that is not in the corpus, and why. */
public record RemovedRow(
    @Means("32 hex digits; an exact copy has its survivor's") @OwnText String id,
    @Means("file it stood in") String sourceFile,
    @Means("record of that file") Long sourceRecord,
    @Means("address of the page") @OwnText String url,
    @Means("headline") @OwnText @PageWords String title,
    @Means("tokens of the text") Long wordCount,
    @Means("exact_duplicate, near_duplicate, version, suppressed, contaminated or a rule")
        String reason,
    @Means("the article it lost to") String keptId,
    @Means("jaccard or containment") String measure,
    @Means("to the kept article, exact; share of a benchmark's text that it holds")
        Double similarity,
    @Means("what it had to reach") Double threshold,
    @Means("figure of the rule; passage of a benchmark") @PageWords String value,
    @Means("with --keep-removed-text, else null") @OwnText @PageWords String text,
    @Means("what the rule looked at; FILE#RECORD of a benchmark") String signal,
    @Means("its site, as in sites; null when unknown") String site) {}
