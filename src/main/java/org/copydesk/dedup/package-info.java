/**
 * Copies of articles, and variants of teasers. Plain code: each class takes records sorted by their
 * key in one pass and holds bounded memory; the pipeline groups.
 *
 * <p>Articles: {@link org.copydesk.dedup.ArticleFingerprinter} gives a fingerprint and 20 to 40
 * band keys. (band key, id) sorted go through {@link org.copydesk.dedup.CandidateBucket}, its pairs
 * through {@link org.copydesk.dedup.Components}; then heads, fingerprints and components meet by
 * id, where exact copies fold, and what has a component goes, sorted by (component, {@link
 * org.copydesk.dedup.SurvivorOrder}), through {@link org.copydesk.dedup.StarClusters}. A
 * fingerprint travels once to its id and, for articles with a candidate, once to its component.
 *
 * <p>Teasers: {@link org.copydesk.dedup.ExactTeaserFold} where pages are read, {@link
 * org.copydesk.dedup.TeaserFold} by id, {@link org.copydesk.dedup.TeaserVariants} by title and then
 * by opening. A variant's final id is found by applying the second pass's moves to the first's.
 *
 * <p>Links of teasers to articles are in {@link org.copydesk.dedup.links}.
 */
package org.copydesk.dedup;
