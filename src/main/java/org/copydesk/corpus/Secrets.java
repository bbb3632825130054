package org.copydesk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Masks what must not be kept or shown: {@code s3://key:secret@bucket/a?X-Amz-Signature=f00} is
 * {@code s3://***@bucket/a?X-Amz-Signature=***}. Applied to settings, inputs and messages before
 * they reach a manifest, a mark, a summary or the terminal.
 */
public final class Secrets {
  private static final String MASK = "***";

  /** Names whose values are secret, wherever they stand before {@code =} or {@code :}. */
  private static final String NAMES =
      "[\\w.-]{0,40}(?:secret|password|passwd|passphrase|token|credential|signature|api[_-]?key"
          + "|access[_-]?key|private[_-]?key|auth[_-]?key|account[_-]?key)[\\w.-]{0,40}|sig|pwd";

  private record Rule(Pattern pattern, String replacement) {}

  /** Bounded repeats only, so that each takes time linear in the text. */
  private static final List<Rule> RULES =
      List.of(
          // A secret may hold a slash; what follows a host's port is no secret.
          rule("(://)[^/@:\\s\"']{0,200}:(?!\\d{1,5}/)[^@\\s\"']{1,400}@", "$1" + MASK + "@"),
          rule("(://)[^/@\\s\"']{1,400}@", "$1" + MASK + "@"),
          rule(
              "((?:proxy-)?authorization[\"']?\\s{0,3}[:=]\\s{0,3})[^\\r\\n\"',}]{1,4000}",
              "$1" + MASK),
          rule("\\b(bearer|basic)\\s{1,3}[\\w.~+/=-]{6,4000}", "$1 " + MASK),
          rule(
              "(?<![\\w.-])((?:"
                  + NAMES
                  + ")[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?)[^\\s&\"',;}]{1,4000}",
              "$1" + MASK),
          rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MASK),
          rule(
              "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.{0,8000}?(?:-----END [A-Z ]{0,40}KEY-----|\\z)",
              MASK));

  private Secrets() {}

  private static Rule rule(String pattern, String replacement) {
    return new Rule(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), replacement);
  }

  /** The text without secrets; null for null. */
  public static String mask(String text) {
    String masked = text;
    for (int i = 0; masked != null && i < RULES.size(); i++) {
      masked = RULES.get(i).pattern().matcher(masked).replaceAll(RULES.get(i).replacement());
    }
    return masked;
  }

  /** Settings without secrets: by the words of a value, or because the setting's name says so. */
  public static Map<String, Object> mask(Map<String, Object> settings) {
    Map<String, Object> masked = new TreeMap<>();
    settings.forEach((name, value) -> masked.put(name, maskValue(name, value)));
    return masked;
  }

  private static Object maskValue(String name, Object value) {
    if (value instanceof String text) {
      String pair = name + "=" + text;
      String masked = mask(pair);
      return masked.startsWith(name + "=") ? masked.substring(name.length() + 1) : MASK;
    }
    if (value instanceof List<?> list) {
      List<Object> masked = new ArrayList<>();
      list.forEach(each -> masked.add(maskValue(name, each)));
      return masked;
    }
    return value;
  }
}
