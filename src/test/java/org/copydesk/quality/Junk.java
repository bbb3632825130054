package org.copydesk.quality;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Texts that are no news: menus, notices, broken characters, strings without sense, bare quotes.
 */
final class Junk {
  /** A kind of junk. */
  enum Kind {
    MENU,
    NOTICE,
    MOJIBAKE,
    GIBBERISH,
    QUOTES
  }

  private static final String[][] MENUS = {
    {
      "Home",
      "News",
      "Local",
      "Sport",
      "Business",
      "Weather",
      "Opinion",
      "Obituaries",
      "Jobs",
      "Contact us",
      "About us",
      "Subscribe",
      "Log in",
      "Privacy",
      "Terms",
      "Cars",
      "Traffic",
      "Schools"
    },
    {
      "Startseite",
      "Nachrichten",
      "Politik",
      "Sport",
      "Wirtschaft",
      "Kultur",
      "Wetter",
      "Kontakt",
      "Impressum",
      "Datenschutz",
      "Abo",
      "Anmelden",
      "Suche",
      "Lokales",
      "Hochschule",
      "Polizei"
    },
    {
      "Accueil",
      "Actualités",
      "Politique",
      "Économie",
      "Sports",
      "Culture",
      "Météo",
      "Vidéos",
      "Contact",
      "Mentions légales",
      "Se connecter",
      "Newsletters",
      "Archives",
      "Faits divers",
      "Cuisine"
    },
    {
      "Inicio",
      "Noticias",
      "Deportes",
      "Economía",
      "Cultura",
      "Opinión",
      "Vídeos",
      "Contacto",
      "Aviso legal",
      "Suscríbete",
      "Buscar",
      "Internacional",
      "Sucesos",
      "Toros",
      "Lotería"
    },
    {
      "Главная",
      "Новости",
      "Спорт",
      "Экономика",
      "Культура",
      "Погода",
      "Фото",
      "Контакты",
      "О нас",
      "Войти",
      "Реклама",
      "Архив",
      "Гороскоп",
      "Афиша"
    },
    {
      "Home",
      "Notizie",
      "Sport",
      "Economia",
      "Cultura",
      "Meteo",
      "Video",
      "Contatti",
      "Chi siamo",
      "Abbonati",
      "Cerca",
      "Cronaca",
      "Motori",
      "Ricette"
    },
  };
  private static final String[] SEPARATORS = {"\n", " | ", " » ", " ", "\n- ", " · "};

  private static final String[] NOTICES = {
    "We use cookies to give you the best experience. By continuing to use this site you agree to our cookie policy.",
    "This content is for subscribers. Already a subscriber? Log in to continue reading, or subscribe now for full access.",
    "Please enable JavaScript in your browser to view this page. If you use an ad blocker, turn it off and reload the page.",
    "Page not found. The page you requested could not be found. It may have been moved or deleted.",
    "Access denied. You are not authorized to view this page. Please sign in or create an account.",
    "Copyright 2023 Oakhaven Media. All rights reserved. Terms of use. Privacy policy. Cookie settings.",
    "Wir verwenden Cookies, um Ihnen die bestmögliche Nutzung zu bieten. Mehr dazu in unserer Datenschutzerklärung. Alle akzeptieren.",
    "Seite nicht gefunden. Bitte melden Sie sich an oder kehren Sie zur Startseite zurück.",
    "Nous utilisons des cookies pour améliorer votre expérience. Tout accepter. Politique de confidentialité.",
    "Article réservé aux abonnés. Déjà abonné ? Connectez-vous pour lire la suite.",
    "Utilizamos cookies propias y de terceros. Si continúa navegando, usted acepta su uso. Política de privacidad.",
    "Contenido exclusivo para suscriptores. Inicie sesión para seguir leyendo.",
    "Мы используем файлы cookie. Политика конфиденциальности. Принять все. Все права защищены.",
    "Sign up for our newsletter. By signing up you agree to our terms of service and privacy policy. Unsubscribe at any time.",
    "Your free articles are used up. Subscribe now to continue reading. Cancel anytime.",
  };

  private static final String[] SENTENCES = {
    "Le maire a présenté hier le projet d'aménagement de la gare, très attendu par les habitants du quartier.",
    "Der Gemeinderat hat die Änderung der Straßennamen beschlossen, die Bürger wünschten sich längst größere Schilder.",
    "El alcalde anunció que la construcción de la estación empezará en otoño, según explicó el próximo miércoles.",
    "Совет города принял решение о строительстве новой школы, сообщили в администрации.",
    "The mayor’s office said it “hopes” the café’s owners won’t close — not yet, anyway.",
    "Το δημοτικό συμβούλιο αποφάσισε χθες την κατασκευή του νέου σταθμού.",
  };

  private static final String[] SYMBOLS = {
    "AAPL", "MSFT", "BRK.B", "XOM", "TSLA", "BP", "SHEL", "VOD", "GE", "T", "SAP", "BMW"
  };

  private final Random random;

  Junk(long seed) {
    random = new Random(seed);
  }

  String of(Kind kind) {
    return switch (kind) {
      case MENU -> menu();
      case NOTICE -> notice();
      case MOJIBAKE -> mojibake();
      case GIBBERISH -> gibberish();
      case QUOTES -> quotes();
    };
  }

  private String menu() {
    List<String> items = new ArrayList<>(List.of(MENUS[random.nextInt(MENUS.length)]));
    Collections.shuffle(items, random);
    String separator = SEPARATORS[random.nextInt(SEPARATORS.length)];
    return String.join(separator, items.subList(0, 7 + random.nextInt(items.size() - 6)));
  }

  private String notice() {
    String one = NOTICES[random.nextInt(NOTICES.length)];
    return random.nextInt(3) > 0 ? one : one + "\n\n" + NOTICES[random.nextInt(NOTICES.length)];
  }

  private String mojibake() {
    String sentence = SENTENCES[random.nextInt(SENTENCES.length)];
    Charset wrong =
        random.nextBoolean() ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    String broken = new String(sentence.getBytes(StandardCharsets.UTF_8), wrong);
    return random.nextInt(5) > 0 ? broken : sentence.replaceAll("[^\\x00-\\x7F]", "\uFFFD");
  }

  private String gibberish() {
    StringBuilder out = new StringBuilder();
    int kind = random.nextInt(4);
    for (int i = 0; i < 15 + random.nextInt(60); i++) {
      String letters =
          switch (kind) {
            case 0 -> "qwertyuiopasdfghjklzxcvbnm";
            case 1 -> "asdfghjkl";
            case 2 -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
            default -> "zxcvbnmqwrtp";
          };
      int length = kind == 2 ? 12 + random.nextInt(30) : 3 + random.nextInt(9);
      for (int c = 0; c < length; c++) {
        out.append(letters.charAt(random.nextInt(letters.length())));
      }
      out.append(random.nextInt(9) == 0 ? ". " : " ");
    }
    return out.toString().trim();
  }

  private String quotes() {
    StringBuilder out = new StringBuilder();
    String between = random.nextBoolean() ? "\n" : "  ";
    for (int i = 0; i < 6 + random.nextInt(20); i++) {
      out.append(SYMBOLS[random.nextInt(SYMBOLS.length)])
          .append(String.format(Locale.ROOT, " %.2f", 5 + random.nextDouble() * 400))
          .append(String.format(Locale.ROOT, " %+.2f", random.nextDouble() * 6 - 3))
          .append(random.nextBoolean() ? "%" : "")
          .append(between);
    }
    return out.toString().trim();
  }
}
