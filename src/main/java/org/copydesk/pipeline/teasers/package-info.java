/**
 * Teasers of one story become one: spelling by spelling, by headline, by opening; their occurrences
 * are rewritten to the teaser that stays.
 */
package org.copydesk.pipeline.teasers;
