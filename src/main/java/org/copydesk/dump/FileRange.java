package org.copydesk.dump;

import java.io.Serializable;

/**
 * Whole lines of a plain JSON Lines file that can be read on their own.
 *
 * @param start first byte
 * @param end byte behind the last
 * @param firstRecord number of the first line in the file, from 0
 */
public record FileRange(long start, long end, long firstRecord) implements Serializable {}
