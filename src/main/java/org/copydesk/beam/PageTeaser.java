package org.copydesk.beam;

import org.copydesk.model.Teaser;

/**
 * A teaser where it was seen.
 *
 * @param sourceFile file of the page
 * @param sourceRecord its record in that file, from 0
 * @param site of the page; null when unknown
 * @param teaser what it says
 */
public record PageTeaser(String sourceFile, long sourceRecord, String site, Teaser teaser) {}
