package org.copydesk.dedup;

/**
 * Where a copy stood.
 *
 * @param url null when unknown
 */
public record CopyPlace(String sourceFile, long sourceRecord, String url) {}
