package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write to jane.doe+desk@mail.example.org.|Write to [email].",
        "<o'neil@example.co.uk>, now|<[email]>, now",
        "müller@bücher.example|[email]",
        "call +49 30 1234567 or +1 (555) 010-9999|call [phone] or [phone]",
        "ring (020) 7946 0958 today|ring [phone] today",
        "from 030 / 1234567.|from [phone].",
        "au 01 23 45 67 89, merci|au [phone], merci",
        "mobile 0412 345 678|mobile [phone]",
        "555-123-4567 and 1-800-555-0199|[phone] and [phone]",
        "Teléfono: 912 345 678|Teléfono: [phone]",
        "al 912 34 56 78 o 91 123 45 67|al [phone] o [phone]",
        "móviles 612-345-678.|móviles [phone].",
        "from 192.168.1.20.|from [ip].",
        "host 2001:db8:0:0:8:800:200c:417a and fe80::1:2|host [ip] and [ip]",
        "card 4111 1111 1111 1111, valid|card [card], valid",
        "card 378282246310005|card [card]",
        "IBAN DE89 3704 0044 0532 0130 00.|IBAN [iban].",
        "to GB82WEST12345698765432 only|to [iban] only",
        "FR14 2004 1010 0505 0001 3M02 606 paid|[iban] paid",
      })
  void whatIsPersonalIsMasked(String text, String masked) {
    assertThat(PersonalData.mask(text), is(masked));
    assertThat(PersonalData.count(PersonalData.mask(text)).total(), is(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In 2018-2019 and 1914-1918 it fell by 3.5 per cent.",
        "The budget of 1,234,567,890 dollars and 1 000 000 000 euros",
        "on 31/12/2019 10.30 and 01.02.2019, 2019-12-31",
        "They won 3-2, 6-4 7-5 6-3 in 12:30:45",
        "1234 5678 9012 3456 is no card",
        "DE89 3704 0044 0532 0130 01 has the wrong check",
        "version 1.2.3.4 and 300.1.1.1 and 1.2.3",
        "follow @newsdesk or a @ b, me@home",
        "$4111111111",
        "Population 912 345 678",
        "won 91 12 34 56 votes, 712 34 5 and 312 34 56 78",
        "By Jane Doe and John Smith",
        "at 10:05 :: note",
        "Boeing 737-800, flight AB 1234",
        "0.123456789 and 00:00:00",
      })
  void otherNumbersAndSignsAreLeftAlone(String text) {
    assertThat(PersonalData.find(text), is(List.of()));
    assertThat(PersonalData.mask(text), is(sameInstance(text)));
  }

  @Test
  void kindsAreCounted() {
    assertThat(
        PersonalData.count("a@b.example c@d.example, 10.0.0.1, +44 20 7946 0958"),
        is(new PersonalData.Counts(2, 1, 1, 0, 0)));
  }

  @Test
  void plantedStringsOfFiveKindsAreFoundInFiveLocales() {
    Random random = new Random(11);
    String[] sentences = {
      "The mayor of Oakhaven asked readers to use %s before Friday, 12 May 2023.",
      "Der Stadtrat nahm 1.250.000 Euro ein; Hinweise an %s bis zum 31.12.2022.",
      "Le conseil a voté 24-3; contact : %s avant le 5 mai.",
      "El club ganó 3-1; más datos en %s antes de 2024.",
      "The board, which met at 10:30, gave %s and 2,500 dollars.",
    };
    int found = 0;
    int planted = 1_000;
    int extra = 0;
    for (int i = 0; i < planted; i++) {
      int locale = random.nextInt(sentences.length);
      PersonalData.Kind kind = PersonalData.Kind.values()[i % 5];
      String secret = Planted.of(kind, locale, random);
      String text = String.format(sentences[locale], secret);
      List<PersonalData.Found> all = PersonalData.find(text);
      boolean isFound =
          all.stream()
              .anyMatch(f -> f.kind() == kind && text.substring(f.start(), f.end()).equals(secret));
      found += isFound ? 1 : 0;
      extra += all.size() - (isFound ? 1 : 0);
    }
    System.out.println("personal data: recall " + found / 1000.0 + ", besides " + extra);
    assertThat((double) found / planted, is(greaterThanOrEqualTo(.95)));
    assertThat((double) found / (found + extra), is(greaterThanOrEqualTo(.9)));
  }

  @Test
  void aLongRowOfOneCharacterIsReadOnce() {
    for (String unit :
        new String[] {
          "@", "a@", "1", "1 ", "(", "A", "DE", "a.", "1.", ":", "0", "+1-", "x 1 2 3 4 5 6 7 8, "
        }) {
      // A search that goes back at each character takes 10¹³ steps here and does not end.
      String text = unit.repeat(3_000_000 / unit.length());
      assertThat(unit, PersonalData.mask(text).length() <= text.length() * 8, is(true));
    }
  }
}
