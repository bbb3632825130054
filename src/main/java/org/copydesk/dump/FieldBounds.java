package org.copydesk.dump;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts what a container says of one page to its bounds, and keeps a list of what was cut: a title
 * of 15 MB becomes one of 16,384 characters, and the page's metadata {@code
 * {"fields_cut":["title"]}}. The mark stands last; a record's own key of that name is left out.
 */
public final class FieldBounds {
  /** Key of metadata under which the names of cut fields stand. */
  public static final String MARK = "fields_cut";

  private static final int LONGEST_NAME = 64;
  private static final int MOST_NAMES = 32;

  /** A mark that ends the metadata; one within a value of the record's own is followed by more. */
  private static final Pattern EARLIER_MARK =
      Pattern.compile(
          "[{,]\""
              + MARK
              + "\":\\[\"(?:[^\"\\\\]|\\\\.){0,400}+\"(?:,\"(?:[^\"\\\\]|\\\\.){0,400}+\"){0,63}+\\]\\}$");

  private final int maxChars;
  private final List<String> cut = new ArrayList<>(0);
  private long count;

  /**
   * @param maxChars longest value, in UTF-16 units
   */
  public FieldBounds(int maxChars) {
    this.maxChars = maxChars;
  }

  /** Forgets what was cut: another page begins. */
  public void start() {
    cut.clear();
    count = 0;
  }

  /** Values that were cut or left out since {@link #start}. */
  public long count() {
    return count;
  }

  /**
   * A value within its bound.
   *
   * @param value null stays null
   * @return the value, or its beginning, cut between two characters
   */
  public String field(String name, String value) {
    if (value == null || value.length() <= maxChars) {
      return value;
    }
    tell(name);
    return beginning(value, maxChars);
  }

  /** Counts a value that was cut or left out elsewhere. */
  public void tell(String name) {
    count++;
    String told = beginning(name, LONGEST_NAME);
    // A record of a million keys must not get its bound's worth of names back.
    if (cut.size() < MOST_NAMES && !cut.contains(told)) {
      cut.add(told);
    }
  }

  private static String beginning(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  /**
   * Metadata with the names of what was cut, those of an earlier mark first.
   *
   * @param metadata JSON object text; null when there is none
   * @return the same where nothing was cut
   */
  public String mark(String metadata) {
    if (cut.isEmpty()) {
      return metadata;
    }
    StringBuilder json = new StringBuilder(metadata == null ? "{" : metadata);
    if (metadata != null && EARLIER_MARK.matcher(metadata).find()) {
      json.setLength(metadata.length() - 2);
      json.append(',');
    } else {
      if (metadata != null) {
        json.setLength(metadata.length() - 1);
      }
      json.append(json.length() > 1 ? "," : "").append("\"" + MARK + "\":[");
    }
    for (int i = 0; i < cut.size(); i++) {
      json.append(i == 0 ? "\"" : ",\"");
      json.append(JsonStringEncoder.getInstance().quoteAsString(cut.get(i))).append('"');
    }
    return json.append("]}").toString();
  }
}
