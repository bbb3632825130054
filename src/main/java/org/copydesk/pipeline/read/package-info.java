/**
 * Units of dump files in; articles, teasers, ledger and tallies of sites out. Spans and rejects are
 * written where they were read.
 */
package org.copydesk.pipeline.read;
