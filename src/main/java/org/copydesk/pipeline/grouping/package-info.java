/**
 * Grouping in hash buckets: records are packed into blocks, blocks are grouped by bucket, and a
 * bucket goes to plain code, sorted.
 */
package org.copydesk.pipeline.grouping;
