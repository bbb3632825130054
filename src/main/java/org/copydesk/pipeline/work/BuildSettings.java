package org.copydesk.pipeline.work;

import java.io.Serializable;
import java.util.List;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.JsonKeys;
import org.copydesk.dump.SiteSource;
import org.copydesk.html.HtmlSettings;
import org.copydesk.quality.QualityRules;

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
 * @param rules articles they hold for are removed
 * @param suppress paths of suppression lists
 * @param duplicates what is done about copies
 * @param masksPersonalData whether personal data is masked wherever text is written
 * @param html how pages of HTML are taken apart, and which kinds of them become articles
 * @param keys JSON keys of what a record tells
 * @param siteSource what a site's name is taken from
 * @param keepVersionText whether the states of a story keep their texts
 * @param minConfidence below which a field is left out, and an article; 0 for none
 */
public record BuildSettings(
    boolean segment,
    boolean spans,
    boolean keepRemovedText,
    boolean topics,
    boolean language,
    boolean quality,
    String topicModel,
    QualityRules rules,
    List<String> suppress,
    DuplicateSettings duplicates,
    boolean masksPersonalData,
    HtmlSettings html,
    JsonKeys keys,
    SiteSource siteSource,
    boolean keepVersionText,
    double minConfidence)
    implements Serializable {

  /** The same without suppression lists. */
  public BuildSettings withoutLists() {
    return new BuildSettings(
        segment,
        spans,
        keepRemovedText,
        topics,
        language,
        quality,
        topicModel,
        rules,
        List.of(),
        duplicates,
        masksPersonalData,
        html,
        keys,
        siteSource,
        keepVersionText,
        minConfidence);
  }

  /** How dumps are read. */
  public DumpSettings dumps() {
    return DumpSettings.defaults().withSegment(segment).withKeys(keys, siteSource);
  }
}
