/**
 * Transforms for pipelines of others: dumps to pages, pages to articles and teasers. Thin: they
 * call what a build calls. Names and results here are kept stable; {@code pipeline} is not for use
 * from outside.
 */
package org.copydesk.beam;
