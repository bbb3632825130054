package org.copydesk.html;

import org.copydesk.model.Segmented;

/**
 * A page of HTML taken apart.
 *
 * @param text UTF-8 of the text the tree yields in reading order, a block a line; what the spans
 *     count in. Shared, not copied: callers do not write to it
 * @param site host of its address, or of the one it gives; null when unknown
 * @param segmented article or skip reason, teasers, and spans that cover {@code text}
 */
public record HtmlPage(byte[] text, String site, Segmented segmented) {}
