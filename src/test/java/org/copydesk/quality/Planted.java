package org.copydesk.quality;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/** Invented personal data that is formally right, for planting in texts. */
public final class Planted {
  private static final String[] NAMES = {
    "jane.doe", "m-weber", "lucie_r", "j.garcia99", "tip+desk"
  };
  private static final String[] HOSTS = {
    "mail.example.com",
    "zeitung.example",
    "journal.example.fr",
    "diario.example.es",
    "a-b.example.co.uk"
  };
  // # is a digit, N one from 2 to 9.
  private static final String[][] PHONES = {
    {"(N##) N##-####", "N##-N##-####", "+1 N## N## ####", "1-800-N##-####", "N##.N##.####"},
    {"+49 N# #######", "0N# / #######", "0049 N# #######", "0N#-#######", "+49 (0)N# #######"},
    {"0N ## ## ## ##", "+33 N ## ## ## ##", "0N.##.##.##.##", "0N########", "+33 N########"},
    {"+34 9## ### ###", "+34 6########", "0034 9## ### ###", "+34 9## ## ## ##", "+34-9##-###-###"},
    {"020 7### ####", "+44 20 7### ####", "07### ######", "(0161) ### ####", "+44 7### ######"},
  };
  private static final String[] IBANS = {"GB82WEST", "DE", "FR", "ES", "GB29NWBK"};
  private static final int[] IBAN_LENGTHS = {22, 22, 27, 24, 22};

  private Planted() {}

  /** A string of this kind as one of five locales writes it. */
  public static String of(PersonalData.Kind kind, int locale, Random random) {
    return switch (kind) {
      case EMAIL -> NAMES[random.nextInt(5)] + random.nextInt(90) + "@" + HOSTS[locale];
      case PHONE -> digits(PHONES[locale][random.nextInt(5)], random);
      case IP -> random.nextInt(4) > 0 ? four(random) : six(random);
      case CARD -> card(random);
      case IBAN -> iban(locale, random);
    };
  }

  private static String digits(String pattern, Random random) {
    StringBuilder out = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      out.append(
          c == '#'
              ? (char) ('0' + random.nextInt(10))
              : c == 'N' ? (char) ('2' + random.nextInt(8)) : c);
    }
    return out.toString();
  }

  private static String four(Random random) {
    return (1 + random.nextInt(223))
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256);
  }

  private static String six(Random random) {
    StringBuilder out = new StringBuilder("2001");
    for (int i = 0; i < 7; i++) {
      out.append(String.format(Locale.ROOT, ":%x", random.nextInt(65536)));
    }
    return out.toString();
  }

  private static String card(Random random) {
    String front =
        digits((random.nextBoolean() ? "4" : "51") + "###############", random).substring(0, 15);
    for (int check = 0; check < 10; check++) {
      String number = front + check;
      int sum = 0;
      for (int i = 0; i < 16; i++) {
        int digit = number.charAt(i) - '0';
        int value = i % 2 == 0 ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
      }
      if (sum % 10 == 0) {
        String separator = new String[] {"", " ", "-"}[random.nextInt(3)];
        return number.replaceAll("(.{4})(?=.)", "$1" + separator);
      }
    }
    throw new IllegalStateException("some digit always fits");
  }

  private static String iban(int locale, Random random) {
    String country = IBANS[locale].substring(0, 2);
    String front = IBANS[locale].length() > 4 ? IBANS[locale].substring(4) : "";
    String body = front + digits("#".repeat(IBAN_LENGTHS[locale] - 4 - front.length()), random);
    StringBuilder digits = new StringBuilder();
    for (char c : (body + country + "00").toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    int check = 98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    String iban = country + String.format(Locale.ROOT, "%02d", check) + body;
    return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
