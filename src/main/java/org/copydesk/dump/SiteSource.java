package org.copydesk.dump;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the name of a page's site is taken from, where the user says so: {@code folder:2} takes
 * {@code tri-county-post} from {@code 2025/tri-county-post/0001.txt}. Where it gives nothing, the
 * site is found as without it: by address, or by the lines its pages share.
 *
 * @param kind what is looked at
 * @param level which folder, 1 for the outermost and -1 for the innermost; 0 unless a folder
 * @param pattern of the file's path, whose first group is the name; null unless a pattern
 * @param key JSON key of the name; null unless a field
 */
public record SiteSource(Kind kind, int level, Pattern pattern, String key)
    implements Serializable {

  /** What is looked at. */
  public enum Kind {
    /** Nothing the user named: addresses and shared lines. */
    FOUND,
    FOLDER,
    REGEX,
    FIELD
  }

  /** Sites as they are found. */
  public static final SiteSource FOUND = new SiteSource(Kind.FOUND, 0, null, null);

  private static final int LONGEST_NAME = 200;

  /**
   * Reads {@code folder}, {@code folder:N}, {@code regex:PATTERN} or {@code field:KEY}.
   *
   * @throws IllegalArgumentException for anything else, in words for the user
   */
  public static SiteSource parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    return switch (kind) {
      case "folder" -> new SiteSource(Kind.FOLDER, level(text, value), null, null);
      case "regex" -> new SiteSource(Kind.REGEX, 0, pattern(text, value), null);
      case "field" -> {
        if (value.isBlank()) {
          throw new IllegalArgumentException(text + " names no JSON key: field:KEY");
        }
        yield new SiteSource(Kind.FIELD, 0, null, value);
      }
      default ->
          throw new IllegalArgumentException(
              text + " is none of folder, folder:N, regex:PATTERN, field:KEY");
    };
  }

  private static int level(String text, String value) {
    try {
      int level = value.isEmpty() ? 1 : Integer.parseInt(value);
      if (level != 0) {
        return level;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        text + ": N is 1 for the first folder below the input, 2 for the next, -1 for the last");
  }

  private static Pattern pattern(String text, String value) {
    try {
      if (!value.isEmpty()) {
        return Pattern.compile(value);
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          text + " is no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
    }
    throw new IllegalArgumentException(text + " has no pattern: regex:PATTERN");
  }

  /** The name that a file's path gives; null where it gives none. */
  public String ofFile(String sourceFile) {
    return switch (kind) {
      case FOUND, FIELD -> null;
      case FOLDER -> folder(sourceFile);
      case REGEX -> {
        Matcher found = pattern.matcher(sourceFile);
        yield found.find() ? name(found.groupCount() > 0 ? found.group(1) : found.group()) : null;
      }
    };
  }

  private String folder(String sourceFile) {
    String[] parts = sourceFile.split("/");
    int folders = parts.length - 1;
    if (folders == 0) {
      return null;
    }
    // A file that lies less deep has the last of its folders.
    int at = level > 0 ? Math.min(level, folders) - 1 : Math.max(folders + level, 0);
    return name(parts[at]);
  }

  /** A name as it is stored: within bounds, without what ends a line; null where nothing stays. */
  static String name(String given) {
    if (given == null) {
      return null;
    }
    String name = given.replaceAll("\\p{Cntrl}+", " ").strip();
    if (name.length() > LONGEST_NAME) {
      boolean splitsPair = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
      name = name.substring(0, splitsPair ? LONGEST_NAME - 1 : LONGEST_NAME);
    }
    return name.isEmpty() ? null : name;
  }

  /** As it is written in a definition; empty where sites are found. */
  @Override
  public String toString() {
    return switch (kind) {
      case FOUND -> "";
      case FOLDER -> level == 1 ? "folder" : "folder:" + level;
      case REGEX -> "regex:" + pattern;
      case FIELD -> "field:" + key;
    };
  }
}
