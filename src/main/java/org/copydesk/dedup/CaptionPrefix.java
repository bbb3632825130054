package org.copydesk.dedup;

import java.util.Set;

/**
 * The word that says what stands behind a headline, not what it is about: "watch: bridge opens" is
 * "bridge opens". Works on normalised text; only words of a closed list, only before a colon, a bar
 * or a spaced dash, at most two of them.
 */
public final class CaptionPrefix {
  private static final Set<String> WORDS =
      Set.of(
          "photo",
          "photos",
          "picture",
          "pictures",
          "in pictures",
          "gallery",
          "photo gallery",
          "video",
          "videos",
          "watch",
          "listen",
          "audio",
          "podcast",
          "live",
          "live updates",
          "breaking",
          "breaking news",
          "update",
          "updated",
          "exclusive",
          "just in",
          "slideshow",
          "graphic",
          "infographic",
          "interactive",
          "bild",
          "bilder",
          "foto",
          "fotos",
          "fotostrecke",
          "eilmeldung",
          "liveticker",
          "en images",
          "en vivo",
          "vidéo",
          "direct");
  private static final int LONGEST = 16;

  private CaptionPrefix() {}

  public static String strip(String title) {
    String rest = stripOne(title);
    return stripOne(rest);
  }

  private static String stripOne(String title) {
    int most = Math.min(title.length(), LONGEST);
    for (int i = 1; i < most; i++) {
      char c = title.charAt(i);
      boolean isBreak = c == ':' || c == '|' || (c == '-' && title.charAt(i - 1) == ' ');
      if (isBreak) {
        String head = title.substring(0, i).strip();
        String rest = title.substring(i + 1).strip();
        return WORDS.contains(head) && !rest.isEmpty() ? rest : title;
      }
    }
    return title;
  }
}
