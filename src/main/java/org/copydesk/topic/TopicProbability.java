package org.copydesk.topic;

/**
 * One class and how likely it is.
 *
 * @param code code of the taxonomy, such as {@code medtop:11000000}
 * @param label its published name
 * @param confidence calibrated probability, 0 to 1
 */
public record TopicProbability(String code, String label, double confidence) {}
