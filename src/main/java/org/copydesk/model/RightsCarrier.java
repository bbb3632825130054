package org.copydesk.model;

import java.util.List;
import java.util.Locale;

/**
 * Where a publisher says what may be done with a page, by the names that are written there. The
 * first of two places that say the same thing differently counts.
 */
public enum RightsCarrier {
  /** {@code <meta name="robots" content="noai, noimageai">}. */
  ROBOTS_META(Place.META, Says.ROBOTS, "robots"),
  /** For all robots, or {@code gptbot: noindex} for one. */
  ROBOTS_HEADER(Place.HTTP_HEADER, Says.ROBOTS, "X-Robots-Tag"),
  /** TDMRep, Final Community Group Report of the W3C, 2024. */
  TDM_META(Place.META, Says.TDM_RESERVATION, "tdm-reservation"),
  TDM_POLICY_META(Place.META, Says.TDM_POLICY, "tdm-policy"),
  TDM_HEADER(Place.HTTP_HEADER, Says.TDM_RESERVATION, "TDM-Reservation"),
  TDM_POLICY_HEADER(Place.HTTP_HEADER, Says.TDM_POLICY, "TDM-Policy"),
  /** An array of objects with {@code location}, {@code tdm-reservation}, {@code tdm-policy}. */
  TDM_FILE(Place.FILE, Says.TDM_RESERVATION, "/.well-known/tdmrep.json"),
  /** AI preferences of the IETF: {@code train-ai=n}. */
  USAGE_HEADER(Place.HTTP_HEADER, Says.CONTENT_USAGE, "Content-Usage"),
  /** Which agents may not come, and lines of content usage: RFC 9309. */
  ROBOTS_FILE(Place.FILE, Says.AGENTS_DISALLOWED, "/robots.txt"),
  LICENCE_LINK(Place.LINK, Says.LICENCE, "license"),
  LICENCE_JSON_LD(Place.JSON_LD, Says.LICENCE, "license"),
  LICENCE_META(
      Place.META, Says.LICENCE, "dcterms.license", "dc.license", "dc.rights.license", "license");

  /** What names are looked for in. */
  public enum Place {
    META,
    HTTP_HEADER,
    LINK,
    JSON_LD,
    /** A file of the host that was crawled with the page. */
    FILE
  }

  /** The field of {@link Rights} that is told. */
  public enum Says {
    ROBOTS,
    TDM_RESERVATION,
    TDM_POLICY,
    CONTENT_USAGE,
    LICENCE,
    AGENTS_DISALLOWED
  }

  private final Place place;
  private final Says says;
  private final List<String> names;

  RightsCarrier(Place place, Says says, String... names) {
    this.place = place;
    this.says = says;
    this.names = List.of(names);
  }

  public Place place() {
    return place;
  }

  public Says says() {
    return says;
  }

  /** Names of the field, element or path, the best first. */
  public List<String> names() {
    return names;
  }

  /** The carrier that is the file at this path of a host; null where it is none. */
  public static RightsCarrier ofFile(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (RightsCarrier carrier : values()) {
      if (carrier.place == Place.FILE && carrier.names.contains(lower)) {
        return carrier;
      }
    }
    return null;
  }
}
