/**
 * Page text in, labelled lines out, and from them article and teasers; what recurs on a site,
 * learned from a sample.
 */
package org.copydesk.segment;
