package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Telephone numbers as twenty countries write them, with a word before them and without, and the
 * numbers of news that look like them.
 */
class PersonalDataRecallTest {
  private static final int A_COUNTRY = 50;

  /**
   * A country's habits. In patterns # is a digit, N one from 2 to 9, X one from 1 to 9.
   *
   * @param announcing a sentence whose word before the number says what it is
   * @param silent one that says nothing of the kind
   */
  private record Country(
      String code, String language, String announcing, String silent, String... patterns) {}

  private static final List<Country> COUNTRIES =
      List.of(
          new Country(
              "US",
              "en",
              "Readers may phone %s until Friday.",
              "The shop on Main Street (%s) is open on 12 May 2023.",
              "(415) N##-####",
              "212-N##-####",
              "+1 646 N## ####",
              "1-800-N##-####",
              "312.N##.####"),
          new Country(
              "GB",
              "en",
              "For tickets, tel: %s, from 24 pounds.",
              "The clinic can be booked at %s before 10.30 on Monday.",
              "020 7### ####",
              "0161 496 0###",
              "07700 9#####",
              "+44 20 79## ####",
              "(0113) 2## ####"),
          new Country(
              "AU",
              "en",
              "Call the council on %s by 31/12/2022.",
              "Anyone who saw the car should ring the station: %s.",
              "(02) 9### ####",
              "0412 ### ###",
              "+61 3 9### ####",
              "02 9### ####",
              "07 3### ####"),
          new Country(
              "IN",
              "en",
              "The helpline %s took 1,250 calls in 2021.",
              "Ask for Mr Rao, %s, at the gate.",
              "98### #####",
              "+91 98### #####",
              "011-2### ####",
              "022 2### ####",
              "+91-22-2###-####"),
          new Country(
              "DE",
              "de",
              "Hinweise nimmt die Polizei unter Telefon %s entgegen.",
              "Karten gibt es im Rathaus (%s) bis zum 31.12.2022.",
              "030 2#######",
              "0171 #######",
              "+49 89 2#######",
              "(040) 4#####-0",
              "0221/2######"),
          new Country(
              "AT",
              "de",
              "Auskunft: Tel. %s, Montag bis Freitag.",
              "Anmeldung bei der Gemeinde, %s, ab 5. Mai.",
              "01 5######",
              "0664 #######",
              "+43 1 5######",
              "0662/8#####",
              "(0316) 8#####"),
          new Country(
              "CH",
              "de",
              "Das Büro ist telefonisch erreichbar: %s.",
              "Wer mitmachen will, meldet sich bei Frau Egli, %s.",
              "044 2## ## ##",
              "079 ### ## ##",
              "+41 31 3## ## ##",
              "031 3## ## ##",
              "+41 79 ### ## ##"),
          new Country(
              "FR",
              "fr",
              "Renseignements par téléphone au %s avant le 5 mai.",
              "La mairie (%s) a voté 24 voix contre 3.",
              "01 4# ## ## ##",
              "06 ## ## ## ##",
              "+33 1 4# ## ## ##",
              "04.7#.##.##.##",
              "05 5# ## ## ##"),
          new Country(
              "BE",
              "nl",
              "Inschrijven kan per telefoon: %s.",
              "De bibliotheek (%s) sluit om 18.30 uur.",
              "02 5## ## ##",
              "0475 ## ## ##",
              "+32 2 5## ## ##",
              "09 2## ## ##",
              "0486 ## ## ##"),
          new Country(
              "NL",
              "nl",
              "Bel de gemeente, telefoonnummer %s, voor 12 mei.",
              "Kaarten kosten 24 euro bij de kassa, %s.",
              "020 6## ####",
              "06 1#######",
              "+31 10 4######",
              "010-4######",
              "06-2#######"),
          new Country(
              "ES",
              "es",
              "Más datos en el teléfono %s antes de 2024.",
              "El club ganó 3-1; entradas en taquilla, %s.",
              "91 ### ## ##",
              "6## ## ## ##",
              "+34 93 ### ## ##",
              "91X ### ###",
              "+34 6## ### ###"),
          new Country(
              "PT",
              "pt",
              "Informações pelo telefone %s até sexta-feira.",
              "Os bilhetes vendem-se na Câmara (%s) desde 5 de maio.",
              "21 3## ## ##",
              "91# ### ###",
              "+351 21 3## ## ##",
              "213 ### ###",
              "+351 96# ### ###"),
          new Country(
              "IT",
              "it",
              "Per informazioni telefono %s, dal 12 maggio.",
              "Il museo (%s) apre alle 10.30.",
              "06 6### ####",
              "347 ### ####",
              "+39 02 7### ####",
              "02 7### ####",
              "055 2### ###"),
          new Country(
              "PL",
              "pl",
              "Zapisy pod numerem telefonu: tel. %s, do piątku.",
              "Bilety po 24 zł w kasie teatru (%s) od 5 maja.",
              "22 6## ## ##",
              "601 ### ###",
              "+48 12 4## ## ##",
              "(22) 6## ## ##",
              "+48 60# ### ###"),
          new Country(
              "SE",
              "sv",
              "Ring kommunen, telefon %s, före den 12 maj.",
              "Biljetter finns hos Anna Ek, %s, och kostar 240 kronor.",
              "08-5## ### ##",
              "070-### ## ##",
              "+46 31 7## ## ##",
              "031-7## ## ##",
              "070 ### ## ##"),
          new Country(
              "DK",
              "da",
              "Ring til kommunen på telefon %s inden fredag.",
              "Billetter koster 240 kroner hos Jens Holm, %s.",
              "33 ## ## ##",
              "20 ## ## ##",
              "+45 86 ## ## ##",
              "+45 31######",
              "45 ## ## ##"),
          new Country(
              "RU",
              "ru",
              "Справки по телефону %s до пятницы.",
              "Билеты продаются в кассе (%s) с 5 мая.",
              "8 (495) N##-##-##",
              "+7 916 ###-##-##",
              "8-800-N##-##-##",
              "(812) N##-##-##",
              "8 921 ### ## ##"),
          new Country(
              "TR",
              "tr",
              "Bilgi için telefon: %s, cuma gününe kadar.",
              "Biletler gişede (%s) 240 liraya satılıyor.",
              "(0212) 2## ## ##",
              "0532 ### ## ##",
              "+90 312 4## ## ##",
              "0312 4## ## ##",
              "0 532 ### ## ##"),
          new Country(
              "JP",
              "ja",
              "お問い合わせは電話%sまで。",
              "市役所(%s)は5月12日に開く。",
              "03-3###-####",
              "090-####-####",
              "+81 3 3### ####",
              "06-6###-####",
              "0120-###-###"),
          new Country(
              "BR",
              "pt",
              "Informações pelo telefone %s até sexta-feira.",
              "Os ingressos custam 24 reais na portaria, %s.",
              "(11) 9####-####",
              "(21) 2###-####",
              "+55 11 9####-####",
              "11 9####-####",
              "(31) 3###-####"));

  private record Tally(int planted, int found) {
    double recall() {
      return (double) found / planted;
    }
  }

  private static String fill(String pattern, Random random) {
    StringBuilder out = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      out.append(
          switch (c) {
            case '#' -> (char) ('0' + random.nextInt(10));
            case 'N' -> (char) ('2' + random.nextInt(8));
            case 'X' -> (char) ('1' + random.nextInt(9));
            default -> c;
          });
    }
    return out.toString();
  }

  private Tally plant(boolean isAnnounced, boolean isLanguageKnown, List<String> strays) {
    Random random = new Random(20);
    int planted = 0;
    int found = 0;
    for (Country country : COUNTRIES) {
      int missed = 0;
      for (int i = 0; i < A_COUNTRY / 2; i++) {
        String number = fill(country.patterns()[i % country.patterns().length], random);
        String text =
            String.format(
                Locale.ROOT, isAnnounced ? country.announcing() : country.silent(), number);
        String language = isLanguageKnown ? country.language() : null;
        boolean isFound = false;
        for (PersonalData.Found f : PersonalData.find(text, language)) {
          String what = text.substring(f.start(), f.end());
          boolean isIt = f.kind() == PersonalData.Kind.PHONE && isSame(what, number);
          isFound |= isIt;
          if (!isIt) {
            strays.add(text + " -> " + what);
          }
        }
        if (isFound) {
          String masked = PersonalData.mask(text, language);
          assertThat(masked, not(containsString(number)));
        } else {
          missed++;
          strays.add("missed: " + text);
        }
        found += isFound ? 1 : 0;
        planted++;
      }
      if (missed > 0 && isLanguageKnown) {
        System.out.println(
            country.code()
                + (isAnnounced ? " with" : " without")
                + " a word: "
                + missed
                + " missed");
      }
    }
    return new Tally(planted, found);
  }

  private static final String[] NAMES = {"jane.doe", "m_weber", "redaktion", "tips", "j.garcia9"};
  private static final String[] HOSTS = {"mail.example.com", "example.org", "zeitung.example.de"};

  /** Addresses written out as pages in nine languages do it; L a name, H a host, D its dots. */
  private static final String[] WRITTEN_OUT = {
    "L [at] H",
    "L(at)H",
    "L (at) H",
    "L[at]D[dot]",
    "L (at) D(dot)",
    "L [at] D dot ",
    "L {at} D {dot} ",
    "L at D dot ",
    "L AT D DOT ",
    "L (ät) D (punkt) ",
    "L [ät] H",
    "L arroba D punto ",
    "L (arroba) H",
    "L arobase D point ",
    "L [arobase] D [point] ",
    "L chiocciola D punto ",
    "L (małpa) D (kropka) ",
    "L małpa D kropka ",
    "L собака D точка ",
    "L (собака) H",
    "L (apenstaartje) H",
    "L kukac D pont ",
    "L (zavináč) D (tečka) ",
    "L(a)H",
    "L <at> H",
    "L [@] H",
    "L＠H",
    "L arroba D ponto "
  };

  private static String writtenOut(int form, Random random) {
    String host = HOSTS[random.nextInt(HOSTS.length)];
    String pattern = WRITTEN_OUT[form % WRITTEN_OUT.length];
    int dots = pattern.indexOf('D');
    // What follows D is how its dots are said; a space before it is one behind it too.
    String dot = dots < 0 ? "" : pattern.substring(dots + 1);
    return pattern
        .substring(0, dots < 0 ? pattern.length() : dots)
        .replace("L", NAMES[random.nextInt(NAMES.length)])
        .replace("H", host)
        .concat(dots < 0 ? "" : host.replace(".", dot));
  }

  private static String six(Random random) {
    int a = random.nextInt(0xFFFF);
    int b = 1 + random.nextInt(254);
    return switch (random.nextInt(5)) {
      case 0 -> String.format(Locale.ROOT, "::ffff:192.0.2.%d", b);
      case 1 -> String.format(Locale.ROOT, "64:ff9b::198.51.100.%d", b);
      case 2 -> String.format(Locale.ROOT, "2001:db8:0:0:0:0:203.0.113.%d", b);
      case 3 -> String.format(Locale.ROOT, "2001:db8::%x:%x", a, b);
      default -> String.format(Locale.ROOT, "2001:DB8:%X:1:0:0:0:%X", a, b);
    };
  }

  private static String iban(int locale, Random random) {
    String plain = Planted.of(PersonalData.Kind.IBAN, locale, random).replace(" ", "");
    return switch (random.nextInt(4)) {
      case 0 -> plain.replaceAll("(.{4})(?=.)", "$1-");
      case 1 -> plain.replaceAll("(.{4})(?=.)", "$1 ");
      case 2 -> plain.replaceAll("(.{4})(?=.)", "$1.");
      default -> plain;
    };
  }

  private static String card(Random random) {
    String plain = Planted.of(PersonalData.Kind.CARD, 0, random).replaceAll("[ -]", "");
    return plain.replaceAll("(.{4})(?=.)", random.nextBoolean() ? "$1." : "$1-");
  }

  @Test
  void whatIsWrittenInOtherWaysIsFoundWhole() {
    Random random = new Random(28);
    List<String> missed = new ArrayList<>();
    int planted = 0;
    for (int i = 0; i < 100 * 4; i++) {
      PersonalData.Kind kind =
          List.of(
                  PersonalData.Kind.EMAIL,
                  PersonalData.Kind.IP,
                  PersonalData.Kind.IBAN,
                  PersonalData.Kind.CARD)
              .get(i % 4);
      String secret =
          switch (kind) {
            case EMAIL -> writtenOut(i / 4, random);
            case IP -> six(random);
            case IBAN -> iban(i % 5, random);
            default -> card(random);
          };
      boolean isGlued = kind == PersonalData.Kind.IBAN && i % 8 == 2;
      String text =
          "The office took 12.5 per cent; write to "
              + (isGlued ? "IBAN" : "")
              + secret
              + ", said Ms Roe.";
      planted++;
      List<PersonalData.Found> all = PersonalData.find(text);
      boolean isFound =
          all.size() == 1
              && all.get(0).kind() == kind
              && text.substring(all.get(0).start(), all.get(0).end()).equals(secret);
      if (!isFound) {
        missed.add(text + " " + all);
      }
      assertThat(isFound && PersonalData.mask(text).contains(secret), is(false));
    }
    double recall = 1 - (double) missed.size() / planted;
    System.out.printf(
        Locale.ROOT,
        "addresses written out, IPv6, IBAN, cards: recall %.3f of %d%n",
        recall,
        planted);
    if (Boolean.getBoolean("copydesk.show")) {
      missed.forEach(System.out::println);
    }
    assertThat(recall, is(greaterThanOrEqualTo(.95)));
  }

  // # is a digit; a row of numbers in ascending order is made where it says ROW and a count.
  private static final String[] TRAPS = {
    "ROW6 drawn on Saturday, bonus ball 1#",
    "The winning numbers were ROW5 and the Powerball 1#",
    "Mo Tu We Th Fr Sa Su\n01 02 03 04 05 06 07\n08 09 10 11 12 13 14",
    "28 29 30 31 01 02 03 04",
    "Cardiff 2#-1# 2#-1# 1#-2# in the second set",
    "beat Roe 6-4 7-5 6-3 7-6 on Court 1#",
    "at 52.5#### 13.4#### and 40.7###, -74.0###",
    "47°2#'1#\" N 008°3#'1#\" E",
    "ISBN 978-3-16-148410-0 and ISBN 0-306-40615-2",
    "9780306406157 is the book's number, 0 19 852663 6 the old one",
    "closed at 7,###.## after 1.###.###.### shares changed hands",
    "sold 1# ### ### shares at 3#.#0, up 0.12345678 per cent",
    "a budget of 250 000 000 euros and 1.250.000 dollars",
    "12 000 000 people and 601 234 567 votes",
    "from 1914-1918 to 1939-1945, and 2018-2019",
    "on 31/12/2019 10.30 and 01.02.2019 2019-12-31",
    "Fax from 02/ 12/ 96 16: 12 Page 3",
    "flight AB 12## left gate 1# at 10:05:3# on 2024-05-1#",
    "the case 2:1#-cv-00### was filed as docket 1#-#####",
    "No. 1#-#### v. United States, 5## U.S. ### (2019)",
    "times 09.30 10.45 11.15 12.00 and 10:05 - 11:20",
    "at some point in time, at no point in 20## did it",
    "read more at example.com or look at example.org today",
    "he works at Dot and at home in Berlin. Dot com firms fell",
    "version 1.2.3.4 and 300.1.1.1 and 1.2.3",
    "quarters 24 31 18 27 and 19 22 30 25",
    "Order 1##-#######-####### and item 4#########",
    "1111 2222 3333 4444 is no card, nor 4111 1111 1111 1112",
    "the ratio was 3:2:1:4 at 10:20:30 and abc:def",
    "DE89 3704 0044 0532 0130 01 has the wrong check",
    "years 1998 2002 2006 2010 and 2014 2018 2022",
    "polled 4#.# 3#.# 1#.# 0#.# and 12 345 678 ballots",
    "Follow @newsdesk, Boston @ Miami, 3 @ 4 dollars",
    "(2019) 12 (3) 456-789 and Nature 521 (7553) 436-444",
  };

  private static String trap(int form, Random random) {
    String pattern = TRAPS[form % TRAPS.length];
    int row = pattern.indexOf("ROW");
    if (row >= 0) {
      int count = pattern.charAt(row + 3) - '0';
      StringBuilder numbers = new StringBuilder();
      int number = 0;
      for (int i = 0; i < count; i++) {
        number += 1 + random.nextInt(9);
        numbers.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02d", number));
      }
      pattern = pattern.replace("ROW" + count, numbers);
    }
    return fill(pattern.replace("N", "\u0001").replace("X", "\u0002"), random)
        .replace('\u0001', 'N')
        .replace('\u0002', 'X');
  }

  @Test
  void numbersOfNewsThatLookAlikeAreLeftAlone() {
    Random random = new Random(34);
    List<String> wrong = new ArrayList<>();
    int traps = 1_000;
    String[] languages = {"en", "de", "fr", "es", "pl", "da", "pt", null};
    for (int i = 0; i < traps; i++) {
      String text = trap(i, random);
      String language = languages[random.nextInt(languages.length)];
      for (PersonalData.Found f : PersonalData.find(text, language)) {
        wrong.add(language + ": " + text + " -> " + text.substring(f.start(), f.end()));
      }
    }
    // Beside the 1,400 that the other tests plant.
    double precision = 1_400. / (1_400 + wrong.size());
    System.out.printf(
        Locale.ROOT,
        "%d traps: %d finds, precision with them %.3f%n",
        traps,
        wrong.size(),
        precision);
    if (Boolean.getBoolean("copydesk.show")) {
      wrong.forEach(System.out::println);
    }
    assertThat(precision, is(greaterThanOrEqualTo(.97)));
  }

  private static boolean isSame(String found, String planted) {
    return found.equals(planted) || ("(" + found).equals(planted) && !planted.contains(")");
  }

  @Test
  void telephoneNumbersOfTwentyCountriesAreFound() {
    List<String> strays = new ArrayList<>();
    Tally with = plant(true, true, strays);
    Tally without = plant(false, true, strays);
    Tally unknown = plant(false, false, new ArrayList<>());
    Tally unknownWith = plant(true, false, new ArrayList<>());
    System.out.printf(
        Locale.ROOT,
        "telephone numbers: recall %.3f of %d with a word before, %.3f of %d without; language not known %.3f, %.3f%n",
        with.recall(),
        with.planted(),
        without.recall(),
        without.planted(),
        unknownWith.recall(),
        unknown.recall());
    if (Boolean.getBoolean("copydesk.show")) {
      strays.forEach(System.out::println);
    }
    assertThat(with.recall(), is(greaterThanOrEqualTo(.95)));
    assertThat(without.recall(), is(greaterThanOrEqualTo(.9)));
  }
}
