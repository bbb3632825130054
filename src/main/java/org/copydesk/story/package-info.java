/**
 * The life of a story: who had it first and by which evidence, who ran it, how it changed. Plain
 * code over what is known of each of its pages.
 */
package org.copydesk.story;
