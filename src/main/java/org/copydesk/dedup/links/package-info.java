/**
 * The article behind a teaser: {@link org.copydesk.dedup.links.LinkKeys} of kept articles and of
 * folded teasers meet in {@link org.copydesk.dedup.links.LinkBucket}; candidates meet the article's
 * head by its id in {@link org.copydesk.dedup.links.TeaserLinks}; the best link of a teaser is
 * {@link org.copydesk.dedup.links.TeaserLink#orBetter}.
 */
package org.copydesk.dedup.links;
