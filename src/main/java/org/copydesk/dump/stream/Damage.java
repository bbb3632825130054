package org.copydesk.dump.stream;

import org.copydesk.model.Reason;

/**
 * Where and why decompressed bytes end early.
 *
 * @param reason a file-level reason: truncated, damaged, over a bound
 * @param soundUntil decompressed bytes up to here are as they were written; behind it nothing is
 *     sure (a member whose checksum fails is doubtful from its first byte)
 * @param isAfterEnd true when all data before it is complete: only what follows is wrong
 * @param message for a person
 */
public record Damage(Reason reason, long soundUntil, boolean isAfterEnd, String message) {}
