/**
 * A bounded sample of pages in, what recurs on each site out, and the rows of the table of sites.
 */
package org.copydesk.pipeline.sites;
