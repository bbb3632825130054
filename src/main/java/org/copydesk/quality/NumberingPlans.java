package org.copydesk.quality;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbering plans of the world's regions (libphonenumber's): whether somebody could be given a
 * number, and how it would be written. Asked only where the cheap signs speak for a number.
 */
final class NumberingPlans {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** Regions in which a zero is dialled before an area code, largest first. */
  private static final List<String> TRUNK_ZERO =
      List.of(
          "DE", "GB", "FR", "IT", "JP", "KR", "AU", "TR", "NL", "BE", "AT", "CH", "ZA", "SE", "FI",
          "IE", "NZ", "IN", "CN", "TW", "ID", "EG", "IL", "UA", "RO", "BR", "AR", "TH", "VN", "NG");

  private static final Map<String, List<String>> BY_LANGUAGE = read();

  private NumberingPlans() {}

  private static Map<String, List<String>> read() {
    Properties regions = new Properties();
    try (Reader in =
        new InputStreamReader(
            NumberingPlans.class.getResourceAsStream("phone-regions.properties"),
            StandardCharsets.UTF_8)) {
      regions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> byLanguage = new TreeMap<>();
    regions
        .stringPropertyNames()
        .forEach(name -> byLanguage.put(name, List.of(regions.getProperty(name).split(" "))));
    return byLanguage;
  }

  private static List<String> regions(String language) {
    return language == null ? List.of() : BY_LANGUAGE.getOrDefault(language, List.of());
  }

  /** Whether a number with its country's code in front has a length that the country gives out. */
  static boolean isPossible(String international) {
    PhoneNumber number = parse("+" + international, "ZZ");
    return number != null && PLANS.isPossibleNumber(number);
  }

  /** Whether digits that begin with zero are a number somewhere, the language's regions first. */
  static boolean isTrunkCall(String digits, String language) {
    Set<String> regions = new LinkedHashSet<>(regions(language));
    regions.addAll(TRUNK_ZERO);
    for (String region : regions) {
      PhoneNumber number = parse(digits, region);
      if (number != null && PLANS.isValidNumberForRegion(number, region)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a region of the language gives the number out. */
  static boolean isGiven(String digits, String language) {
    for (String region : regions(language)) {
      PhoneNumber number = parse(digits, region);
      if (number != null && PLANS.isValidNumberForRegion(number, region)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a region of the language gives the number out and writes it in these groups. */
  static boolean isGrouped(DigitGroups groups, int from, int to, String language) {
    String digits = groups.glued(from, to);
    for (String region : regions(language)) {
      PhoneNumber number = parse(digits, region);
      if (number != null
          && PLANS.isValidNumberForRegion(number, region)
          && isWritten(groups, from, to, PLANS.format(number, PhoneNumberFormat.NATIONAL))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWritten(DigitGroups groups, int from, int to, String form) {
    int group = from;
    int size = 0;
    for (int i = 0; i <= form.length(); i++) {
      boolean isDigit = i < form.length() && PersonalData.isDigit(form.charAt(i));
      if (isDigit) {
        size++;
      } else if (size > 0) {
        if (group == to || groups.size(group) != size) {
          return false;
        }
        group++;
        size = 0;
      }
    }
    return group == to;
  }

  private static PhoneNumber parse(String digits, String region) {
    try {
      return PLANS.parse(digits, region);
    } catch (NumberParseException e) {
      return null;
    }
  }
}
