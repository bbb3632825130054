/** What was decided of articles meets their texts where rows are written. */
package org.copydesk.pipeline.articles;
