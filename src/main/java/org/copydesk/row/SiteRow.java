package org.copydesk.row;

import org.copydesk.table.Means;
import org.copydesk.table.PageWords;

/** A site, and what was learned about its pages. */
public record SiteRow(
    @Means("host, or the name the site was learned under") String site,
    @Means("pages read") Long pages,
    @Means("articles segmented") Long articles,
    @Means("teaser occurrences") Long teasers,
    @Means("JSON of what was learned about its pages") @PageWords(json = true) String learned,
    @Means(
            "the site for people: as given or its host, else the folder its pages lie in, else what heads them")
        String name,
    @Means(
            "whether the place of the text in its pages' trees changed while they were fetched; null where too few say when they were")
        Boolean layoutChanged) {}
