/**
 * Page text as lines: scanned bytes, one unit per line, what is remembered of it, and the states\n
 * * that a line can have.
 */
package org.copydesk.segment.lines;
