package org.copydesk.quality;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Junk of the same kinds as {@link Junk}, written when the rules had been settled. */
final class LaterJunk {
  private static final String[][] MENUS = {
    {
      "Strona główna",
      "Wiadomości",
      "Kraj",
      "Świat",
      "Gospodarka",
      "Sport",
      "Kultura",
      "Pogoda",
      "Kontakt",
      "Regulamin",
      "Reklama",
      "Prenumerata",
      "Motoryzacja",
      "Kobieta"
    },
    {
      "Home",
      "Nieuws",
      "Binnenland",
      "Buitenland",
      "Sport",
      "Economie",
      "Weer",
      "Contact",
      "Over ons",
      "Abonneren",
      "Inloggen",
      "112-meldingen",
      "Uitgaan"
    },
    {
      "Início",
      "Notícias",
      "Política",
      "Economia",
      "Esportes",
      "Cultura",
      "Vídeos",
      "Assine",
      "Fale conosco",
      "Termos",
      "Concursos",
      "Novelas"
    },
    {
      "Ana Sayfa",
      "Gündem",
      "Spor",
      "Ekonomi",
      "Dünya",
      "Magazin",
      "Sağlık",
      "İletişim",
      "Künye",
      "Üye Ol",
      "Burçlar",
      "Nöbetçi Eczaneler"
    },
    {"ホーム", "ニュース", "スポーツ", "経済", "国際", "天気", "動画", "ログイン", "お問い合わせ", "占い"},
    {"首页", "新闻", "体育", "财经", "国际", "娱乐", "视频", "登录", "注册", "关于我们", "房产"},
    {
      "Home",
      "Latest",
      "UK",
      "World",
      "Money",
      "Travel",
      "Puzzles",
      "Recipes",
      "Podcasts",
      "Puzzles",
      "My Account",
      "Help",
      "Newsletters",
      "Advertise with us",
      "Modern slavery statement",
      "Follow us",
      "Facebook",
      "Twitter",
      "Instagram"
    },
    {
      "Skip to content",
      "Menu",
      "Search",
      "Sign in",
      "Donate",
      "Elections",
      "Immigration",
      "Investigations",
      "Events",
      "About",
      "Staff",
      "Careers",
      "Privacy Policy",
      "Sitemap",
      "RSS"
    },
  };
  private static final String[] NOTICES = {
    "This website uses cookies so that we can provide you with the best user experience possible. Strictly necessary cookies should be enabled at all times.",
    "You have reached your limit of free stories this month. Register for free or subscribe to keep reading.",
    "Sorry, this video is not available in your region.",
    "Your session has timed out. Please sign in again to continue.",
    "To view this page ensure that JavaScript is enabled. Support requests can be sent to our help desk.",
    "© 2024 Northport Post. All rights reserved. No part of this material may be reproduced without permission.",
    "Thank you for visiting. Comments are moderated. By posting you agree to our community guidelines and terms of use.",
    "Checking your browser before accessing the site. This process is automatic. Please allow up to five seconds.",
    "Diese Website benutzt Cookies. Wenn Sie die Website weiter nutzen, gehen wir von Ihrem Einverständnis aus.",
    "Dieser Artikel ist nur für Abonnenten lesbar. Jetzt Probeabo abschließen oder anmelden.",
    "Ce contenu est bloqué car vous n'avez pas accepté les cookies. Vous pouvez modifier votre choix à tout moment.",
    "Esta página web utiliza cookies propias y de terceros para mejorar nuestros servicios.",
    "Questo sito utilizza cookie tecnici e di profilazione. Cliccando su accetta acconsenti al loro uso.",
    "Deze website maakt gebruik van cookies. Lees meer in onze privacyverklaring.",
    "Ta strona używa plików cookies. Korzystając z niej wyrażasz zgodę na ich używanie.",
    "Nous avons détecté un bloqueur de publicités. Désactivez-le ou abonnez-vous pour continuer.",
    "404. Wir konnten die gewünschte Seite leider nicht finden.",
    "Error 403: Forbidden. You don't have permission to access this resource.",
  };
  private static final String[] SENTENCES = {
    "Президент подписал закон о бюджете, сообщили в пресс-службе.",
        "Прокуратура почала перевірку, повідомили в четвер у міській раді.",
    "O prefeito anunciou a construção da ponte; a oposição não quis comentar a decisão.",
        "Il sindaco è stato più volte criticato perché la città è rimasta senz'acqua.",
    "Kraków: rada miasta przyjęła uchwałę w sprawie śmieci, mówią urzędnicy.",
        "Belediye başkanı, yeni köprünün açılışını önümüzdeki yıla erteledi.",
    "市議会は新しい図書館の建設計画を承認した。",
        "La señora Núñez añadió que el año pasado fue aún más difícil para los niños.",
  };
  private static final String[] WORDS = {
    "table",
    "green",
    "quickly",
    "window",
    "seven",
    "elephant",
    "under",
    "paper",
    "jumping",
    "blue",
    "engine",
    "sadly",
    "river",
    "north",
    "cheese",
    "listen",
    "happy",
    "door",
    "cloud",
    "fast"
  };

  private final Random random;

  LaterJunk(long seed) {
    random = new Random(seed);
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }

  String of(Junk.Kind kind) {
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
    items = items.subList(0, Math.min(items.size(), 6 + random.nextInt(10)));
    return String.join(one(new String[] {"\n", "\n\n", " > ", " • ", " / ", ", ", "\n* "}), items);
  }

  private String notice() {
    return random.nextInt(4) == 0 ? one(NOTICES) + " " + one(NOTICES) : one(NOTICES);
  }

  private String mojibake() {
    String sentence = one(SENTENCES);
    byte[] bytes = sentence.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> new String(bytes, Charset.forName("windows-1251"));
      case 1 ->
          new String(
              new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8),
              StandardCharsets.ISO_8859_1);
      case 2 -> new String(bytes, StandardCharsets.US_ASCII);
      default -> new String(bytes, Charset.forName("windows-1252"));
    };
  }

  private String gibberish() {
    StringBuilder out = new StringBuilder();
    int kind = random.nextInt(5);
    for (int i = 0; i < 12 + random.nextInt(50); i++) {
      switch (kind) {
        case 0 -> {
          for (int k = 0; k < 2 + random.nextInt(3); k++) {
            out.append("bdfgklmnprstvz".charAt(random.nextInt(14)))
                .append("aeiou".charAt(random.nextInt(5)));
          }
        }
        case 1 -> {
          byte[] raw = new byte[12 + random.nextInt(20)];
          random.nextBytes(raw);
          out.append(Base64.getEncoder().encodeToString(raw));
        }
        case 2 -> out.append(one(WORDS));
        case 3 -> {
          for (int k = 0; k < 2 + random.nextInt(8); k++) {
            out.append("il1|.;'~^_-rnmtJ{}*".charAt(random.nextInt(19)));
          }
        }
        default -> {
          for (int k = 0; k < 4 + random.nextInt(8); k++) {
            out.append((char) ('a' + random.nextInt(26)));
          }
        }
      }
      out.append(' ');
    }
    return out.toString().trim();
  }

  private String quotes() {
    StringBuilder out = new StringBuilder();
    int kind = random.nextInt(4);
    for (int i = 0; i < 5 + random.nextInt(15); i++) {
      double price = 1 + random.nextDouble() * 900;
      double change = random.nextDouble() * 8 - 4;
      out.append(
          switch (kind) {
            case 0 ->
                String.format(
                    Locale.ROOT,
                    "%s %.4f %+.4f",
                    one(new String[] {"EUR/USD", "GBP/USD", "USD/JPY", "EUR/CHF"}),
                    price / 500,
                    change / 400);
            case 1 ->
                String.format(
                    Locale.ROOT,
                    "%s $%,.2f %s%.2f%%",
                    one(new String[] {"BTC", "ETH", "SOL", "XRP"}),
                    price * 60,
                    change < 0 ? "▼" : "▲",
                    Math.abs(change));
            case 2 ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f (%+.2f%%)",
                    one(new String[] {"Dow Jones", "Nasdaq", "FTSE 100", "DAX", "Nikkei", "Brent"}),
                    price * 30,
                    change);
            default ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f %.2f %.2f %d",
                    one(
                        new String[] {
                          "Acme Plc", "Northport Shipping", "Leeside Bank", "Harbour Oil"
                        }),
                    price,
                    price * 1.02,
                    price * .98,
                    random.nextInt(900000));
          });
      out.append(random.nextInt(4) == 0 ? " | " : "\n");
    }
    return out.toString().trim();
  }
}
