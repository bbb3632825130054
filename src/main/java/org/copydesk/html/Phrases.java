package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Known lines that stand inside or around articles and are not of them: "Read also: …", "Share
 * this:", "Leave a comment". Matched on lower-cased starts of short lines only.
 */
final class Phrases {
  private static final int LONGEST = 200;

  static final List<String> READ_ALSO =
      list(
          """
          read also|read more|also read|see also|related:|related article|related stor|\
          related post|related news|related content|related coverage|more:|more on this|\
          more from|more stories|don't miss|don’t miss|recommended|you may also|\
          you might also|read next|up next|watch:|watch also|auch lesen|explore further|\
          weitere informationen|weitere infos|más sobre|mas sobre|vous aimerez aussi|\
          further reading|empfehlungen der redaktion|empfehlungen aus der redaktion|\
          aktuelle berichte|neueste artikel|lesen sie auch|lesen sie hier|lesen sie dazu|\
          mehr zum thema|auch interessant|das könnte sie|das könnte dich|weitere artikel|\
          weiterlesen|siehe auch:|mehr dazu|ähnliche beiträge|ähnliche artikel|\
          verwandte artikel|zum thema:|weitere beiträge|weiterführende links|lire aussi|\
          à lire aussi|a lire aussi|lisez aussi|lire également|voir aussi|sur le même sujet|\
          leer también|lea también|lee también|le puede interesar|te puede interesar|\
          más información:|ver también|leia também|leia mais|veja também|leggi anche|lees ook|\
          lees meer|baca juga|czytaj także|czytaj też|czytaj również|zobacz też|zobacz także|\
          читайте также|читать также|читайте ещё|читайте еще|читайте по теме|смотрите также|\
          по теме:|اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ ايضا|مواضيع ذات صلة|相关阅读|相关新闻|相關新聞|\
          延伸閱讀|延伸阅读|関連記事|あわせて読みたい|관련기사|관련 기사|läs också|läs även|læs også|les også|lue myös|\
          okuyun:|ayrıca oku|přečtěte si|čtěte také|olvassa el|đọc thêm|xem thêm""");

  private static final List<String> ASK =
      list(
          """
          share this|share on|share via|share the|teilen|diesen artikel teilen|\
          diesen beitrag teilen|artikel teilen|follow us|follow me on|folgen sie uns|\
          folgt uns|folge uns|like us on|subscribe|sign up for|newsletter|abonnieren|\
          jetzt abonnieren|jetzt anmelden|leave a comment|leave a reply|post a comment|\
          kommentar schreiben|kommentar verfassen|kommentare|schreibe einen kommentar|\
          hinterlasse|comments|tags:|tags :|tagged|schlagwörter|schlagworte|stichworte:|\
          schlagwort|kategorien:|kategorie:|categories:|filed under|posted in|posted by|\
          posted on|veröffentlicht in|veröffentlicht am|veröffentlicht von|\
          dieser eintrag wurde|dieser beitrag wurde|this entry was|this post was|gefällt mir|\
          sharen mit|like this|like loading|loading...|wird geladen|wird geladen...|drucken|\
          print this|email this|per e-mail|copyright ©|©|(c) 20|all rights reserved|\
          alle rechte vorbehalten|advertisement|anzeige|werbung|publicité|publicidad|\
          click to share|klick, um|klicken, um|click here to|download our app|join our|\
          join us|partager|compartir|condividi|compartilhe|поделиться|分享|シェア|permalink|\
          permanentlink|trackback|zurück zur|zurück|nach oben|back to top|previous post|\
          next post|nächster artikel|vorheriger artikel|bookmark the|bookmarken|mehr laden|\
          load more|show more|support us|your email address|deine e-mail|gib deine e-mail|\
          bitte gib deine|um dich zu informieren|melden sie sich|image:|images:|photo:|\
          photos:|foto:|fotos:|bild:|bilder:|bildquelle|image credit|photo credit|titelbild|\
          (foto:|foto ©|© |quelle bild|image via|photo by|photo courtesy|picture:|rate this|\
          artikel bewerten|über den autor|about the author|vg wort|story continues below|\
          article continues|continue reading below|read the full|read full""");

  private static final Set<String> END =
      Set.copyOf(
          list(
              """
          comments|kommentare|related posts|related articles|ähnliche beiträge|\
          ähnliche artikel|das könnte sie auch interessieren|\
          das könnte dich auch interessieren|leave a reply|leave a comment|\
          schreibe einen kommentar|kommentar schreiben|kommentar verfassen|auch interessant|\
          mehr zum thema|weitere artikel|weitere beiträge|related|more stories|\
          related stories|recommended for you|you may also like|verwandte artikel|\
          passende artikel|most read|latest news|latest articles|meistgelesen|ähnliche themen|\
          teile dies mit|teilen mit|share this|gefällt mir|about the author|über den autor|\
          verwandte beiträge|verwandte themen|mehr zu diesem thema|other news|news related|\
          vorheriger beitrag|nächster beitrag|beitrags-navigation|beitragsnavigation|\
          antwort schreiben|keine kommentare|no comments|neueste beiträge|antworten abbrechen|\
          diskussion|vous aimerez aussi|empfehlungen der redaktion|\
          empfehlungen aus der redaktion|neueste artikel|weitere news|mehr artikel|read next|\
          more on this topic|artikel teilen|beitrag teilen|das könnte dich interessieren|\
          das könnte sie interessieren|das könnte ihnen auch gefallen"""));

  private Phrases() {}

  /** Phrases between bars. A bar keeps a phrase's own trailing space. */
  private static List<String> list(String phrases) {
    return List.of(phrases.split("\\|"));
  }

  /** Whether a short line points to another article: "Read also: Harbour reopens". */
  static boolean isReadAlso(String line) {
    return startsWithOne(line, READ_ALSO);
  }

  /** Whether a short line asks for or states something about the page, not the news. */
  static boolean isAsk(String line) {
    return startsWithOne(line, ASK);
  }

  /** Whether a short line says whose picture stands above it: "The pier in 2019. (Foto: Roe)". */
  static boolean isPictureCredit(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String mark : CREDITS) {
      int at = lower.lastIndexOf(mark);
      if (at >= 0
          && lower.length() - at <= 60
          && !lower.endsWith(".”")
          && lower.indexOf(". ", at) < 0) {
        return true;
      }
    }
    return false;
  }

  private static final List<String> CREDITS =
      list(
          """
          (foto:|(photo:|(photo by|(bild:|(image:|foto: |photo: |bild: |© |(c) |\
          picture alliance|getty images|photograph: |image: |(quelle:|(source:|fotocredit|\
          shutterstock|istock|imago""");

  private static final List<String> FOLLOW =
      list(
          """
          follow |like |join |find us|siguenos|síguenos|folge |folgen |suivez|seguici|siga |\
          subscribe|download|sign up|click |get |read |for more""");

  private static final List<String> PLACES =
      list(
          """
          facebook|twitter|instagram|telegram|whatsapp|youtube|newsletter|app store|our app|\
          google news|inbox|podcast""");

  /** Whether a line asks to follow the site elsewhere. */
  static boolean isFollowUs(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (FOLLOW.stream().noneMatch(lower::startsWith)) {
      return false;
    }
    return PLACES.stream().anyMatch(lower::contains);
  }

  /** Whether a heading opens what follows the article. */
  static boolean opensTail(String line) {
    if (line.length() > 60) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT).strip();
    int end = lower.length();
    while (end > 0 && !Character.isLetter(lower.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && !Character.isLetter(lower.charAt(start))) {
      start++;
    }
    return END.contains(lower.substring(start, end));
  }

  private static boolean startsWithOne(String line, List<String> starts) {
    if (line.length() > LONGEST) {
      return false;
    }
    int from = 0;
    while (from < line.length()
        && !Character.isLetterOrDigit(line.charAt(from))
        && "©(".indexOf(line.charAt(from)) < 0) {
      from++;
    }
    String lower = line.substring(from).toLowerCase(Locale.ROOT);
    for (String start : starts) {
      if (lower.startsWith(start)) {
        int end = start.length();
        boolean isWhole =
            end == lower.length()
                || !Character.isLetter(lower.charAt(end))
                || !Character.isLetter(start.charAt(end - 1))
                || TextBlock.isDense(start.charAt(end - 1));
        if (isWhole || start.startsWith("related")) {
          return true;
        }
      }
    }
    return false;
  }
}
