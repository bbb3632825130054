package org.copydesk.row;

import org.copydesk.table.Means;

/** A topic that an article is likely about. */
public record TopicRow(
    @Means("qcode of the topic") String code,
    @Means("its label in the vocabulary") String label,
    @Means("probability given by the model") Double confidence) {}
