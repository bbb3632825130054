package org.copydesk.story;

/**
 * The page that had a story first.
 *
 * @param evidence by what that is known
 */
public record Origin(StoryPage page, OriginEvidence evidence) {}
