package org.copydesk.row;

import org.copydesk.table.Means;

/** Two articles of which one is a copy, a state or a part of the other. */
public record RelationRow(
    @Means("id of the copy, of the earlier state, or of the part") String a,
    @Means("id of the article it is a copy, a state or a part of") String b,
    @Means("near, version or excerpt") String kind,
    @Means("jaccard or containment") String measure,
    @Means("by that measure") Double similarity) {}
