/** What is counted of articles, kept by part, so that who counts need not read parts again. */
package org.copydesk.corpus.lines;
