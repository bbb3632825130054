/**
 * Lists of words: markers, headings, bylines, providers, months, and how a text is looked up in
 * them.
 */
package org.copydesk.segment.words;
