package org.copydesk.quality;

import java.util.Locale;
import java.util.Random;

/** Invented news of the forms that rules for web pages throw away: briefs, results, round-ups. */
final class Newsroom {
  private static final String[] PLACES = {
    "Oakhaven", "Northport", "Leeside", "Millford", "Eastgate", "Fairview", "Harbour", "Kingsbridge"
  };
  private static final String[] PEOPLE = {
    "Jane Roe",
    "Ms Okafor",
    "Mr Lindqvist",
    "Councillor Patel",
    "Dr Nguyen",
    "Anna Ek",
    "T. Szczęsny"
  };
  private static final String[] EVENTS = {
    "a fire destroyed two warehouses near the harbour",
        "the council voted to raise parking charges", "a bus left the road in heavy rain",
    "the hospital opened a new ward for children", "teachers ended a strike over pay",
        "shares in the ferry company fell by 4.2% to 189.30",
    "the court cleared three men of fraud", "storms cut power to 12,000 homes",
        "the museum bought a painting at auction",
    "a new privacy policy for schools was put to the vote",
        "the sports editor of the Mail was named editor",
        "the firm said its cookies would be sold in Japan",
  };
  private static final String[] QUOTES = {
    "\"We have waited long enough,\" %s said.",
    "%s declined to comment.",
    "%s said work would begin in spring.",
    "Police asked witnesses to come forward, %s said.",
    "Asked about the weather, %s said nobody had been warned.",
  };
  private static final String[] GERMAN = {
    "Der Stadtrat von %s hat am Montag die neue Schulordnung beschlossen, gegen die Stimmen der Opposition.",
        "In %s sind bei einem Unfall zwei Menschen verletzt worden, teilte die Polizei mit.",
    "Die Feuerwehr rückte am Abend mit zwölf Wagen aus.",
        "Der Rechtsanwalt kritisierte den Angstschweiß im Gerichtssaal als unwürdig.",
  };
  private static final String[] SPANISH = {
    "El Ayuntamiento de %s aprobó el lunes la nueva ordenanza con los votos de la oposición.",
        "Dos personas resultaron heridas en un accidente en %s, informó la policía.",
    "Los bomberos trabajaron toda la noche.", "El juez decretó prisión para el acusado.",
  };

  private final Random random;

  Newsroom(long seed) {
    random = new Random(seed);
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }

  String text(int form) {
    return switch (form % 9) {
      case 0 -> story();
      case 1 -> brief();
      case 2 -> results();
      case 3 -> roundUp();
      case 4 -> ticker();
      case 5 -> foreign(GERMAN);
      case 6 -> foreign(SPANISH);
      case 7 -> markets();
      default -> table();
    };
  }

  private String story() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      out.append(i == 0 ? "" : "\n\n")
          .append("In ")
          .append(one(PLACES))
          .append(", ")
          .append(one(EVENTS))
          .append(". ")
          .append(String.format(Locale.ROOT, one(QUOTES), one(PEOPLE)));
    }
    return out.toString();
  }

  private String brief() {
    return one(PLACES) + ": " + one(EVENTS) + ", " + one(PEOPLE) + " said on Sunday.";
  }

  private String results() {
    StringBuilder out = new StringBuilder(random.nextBoolean() ? "Premier League\n" : "Results\n");
    for (int i = 0; i < 3 + random.nextInt(8); i++) {
      out.append(one(PLACES))
          .append(' ')
          .append(random.nextInt(6))
          .append(' ')
          .append(one(PLACES))
          .append(' ')
          .append(random.nextInt(6))
          .append('\n');
    }
    return out.toString().trim();
  }

  private String roundUp() {
    StringBuilder out = new StringBuilder();
    for (String section : new String[] {"SPORT", "BUSINESS", "WEATHER", "WORLD"}) {
      out.append(section)
          .append('\n')
          .append(one(PLACES))
          .append(": ")
          .append(one(EVENTS))
          .append(".\n\n");
    }
    return out.toString().trim();
  }

  private String ticker() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      out.append(String.format(Locale.ROOT, "%02d.%02d ", 9 + i, random.nextInt(60)))
          .append("In ")
          .append(one(PLACES))
          .append(", ")
          .append(one(EVENTS))
          .append(".\n");
    }
    return out.toString().trim();
  }

  private String foreign(String[] sentences) {
    int first = random.nextInt(sentences.length);
    int count = 1 + random.nextInt(sentences.length);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String sentence = sentences[(first + i) % sentences.length];
      out.append(String.format(Locale.ROOT, sentence, one(PLACES)))
          .append(i % 2 == 1 ? "\n\n" : " ");
    }
    return out.toString().trim();
  }

  private String markets() {
    return String.format(
        Locale.ROOT,
        "Shares in %s closed %.1f%% higher at %.2f on Friday, while the index lost 0.4%%. Oil rose to $%.2f a barrel. %s",
        one(PLACES),
        random.nextDouble() * 5,
        10 + random.nextDouble() * 90,
        60 + random.nextDouble() * 30,
        String.format(Locale.ROOT, one(QUOTES), one(PEOPLE)));
  }

  private String table() {
    StringBuilder out = new StringBuilder("Men's 100 metres, final\n");
    for (int i = 1; i < 5 + random.nextInt(4); i++) {
      out.append(i)
          .append(' ')
          .append(one(PEOPLE))
          .append(" (")
          .append(one(new String[] {"GBR", "SWE", "JAM", "USA", "POL"}))
          .append(") ")
          .append(String.format(Locale.ROOT, "%.2f", 9.8 + i * .07))
          .append('\n');
    }
    return out.toString().trim();
  }
}
