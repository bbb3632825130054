/**
 * Records into blocks and back, sorted: what a grouping in hash buckets is made of. Knows neither
 * what the records are nor how blocks travel.
 */
package org.copydesk.bucket;
