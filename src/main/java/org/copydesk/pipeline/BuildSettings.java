package org.copydesk.pipeline;

import java.io.Serializable;

/**
 * What the stages of a build are told; read once from definition and flags.
 *
 * @param segment whether JSON Lines text is page text and is taken apart
 * @param spans whether the spans table is written
 * @param keepRemovedText whether removed articles keep their text
 * @param topics whether articles and teasers are classified
 * @param language whether languages are identified
 * @param quality whether quality signals are measured
 * @param topicModel path of a model of the user's; null for the one in the jar
 */
public record BuildSettings(
    boolean segment,
    boolean spans,
    boolean keepRemovedText,
    boolean topics,
    boolean language,
    boolean quality,
    String topicModel)
    implements Serializable {}
