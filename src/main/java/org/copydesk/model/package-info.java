/**
 * The records that travel between packages: pages, articles, teasers, spans, rejects. No logic
 * beyond one form for each meaning.
 */
package org.copydesk.model;
