package org.copydesk.bucket;

import java.io.Serializable;

/**
 * The way on which records of one type travel to the step that groups them. Several steps may send
 * on one lane; all see the same buckets.
 *
 * @param name a word of its own within a pipeline, for example {@code bands}
 * @param codec what records are grouped by, and their bytes
 * @param buckets number of hash buckets; depends on the input alone
 * @param packingBytes what one sending worker holds before blocks leave
 */
public record Lane<T>(String name, RecordCodec<T> codec, int buckets, long packingBytes)
    implements Serializable {}
