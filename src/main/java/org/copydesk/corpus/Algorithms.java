package org.copydesk.corpus;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.dedup.links.LinkKeys;
import org.copydesk.dedup.links.TeaserLinks;
import org.copydesk.dump.DumpReader;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualitySignals;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModels;
import org.copydesk.story.OriginPolicy;
import org.copydesk.table.RowDigest;
import org.copydesk.text.ContentHash;
import org.copydesk.text.LookAlikes;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.copydesk.topic.TopicModel;

/** The versions of everything whose output is stored. */
public final class Algorithms {
  private Algorithms() {}

  /**
   * Those of which nothing hangs that is made while a page is read and taken apart: they decide
   * later, over what was made of all pages.
   */
  private static final Set<String> LATER =
      Set.of("near_duplicates", "link_keys", "links", "origin");

  /** Those on which hangs what is made of a page by itself. */
  public static Map<String, String> ofReading() {
    return ofReading(versions());
  }

  /** Those of reading among some. */
  public static Map<String, String> ofReading(Map<String, String> all) {
    Map<String, String> versions = new TreeMap<>(all);
    versions.keySet().removeAll(LATER);
    return versions;
  }

  /** All of them, by name. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("article_identity", text(ArticleIdentity.VERSION));
    versions.put("article_fingerprint", text(ArticleFingerprinter.VERSION));
    versions.put("near_duplicates", text(NearDuplicatePolicy.VERSION));
    versions.put("link_keys", text(LinkKeys.VERSION));
    versions.put("links", text(TeaserLinks.VERSION));
    versions.put("origin", text(OriginPolicy.VERSION));
    versions.put("confidence", text(ConfidenceModel.VERSION));
    versions.put("dumps", text(DumpReader.VERSION));
    versions.put("segmenter", text(Segmenter.VERSION));
    versions.put("site_models", text(SiteModels.VERSION));
    versions.put("html", text(HtmlSegmenter.VERSION));
    versions.put("language", LanguageIdentifier.VERSION);
    versions.put("personal_data", text(PersonalData.VERSION));
    versions.put("quality", text(QualitySignals.VERSION));
    versions.put("teaser_identity", text(TeaserIdentity.VERSION));
    versions.put("content_hash", text(ContentHash.VERSION));
    versions.put("normaliser", text(Normaliser.VERSION));
    versions.put("look_alikes", text(LookAlikes.VERSION));
    versions.put("row_digest", text(RowDigest.VERSION));
    versions.put("tokens", text(Tokens.VERSION));
    versions.put("topics", text(TopicModel.VERSION));
    return versions;
  }

  private static String text(int version) {
    return Integer.toString(version);
  }
}
