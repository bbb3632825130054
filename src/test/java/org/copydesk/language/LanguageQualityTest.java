package org.copydesk.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Accuracy on SIB-200's sentences: alone and six joined in 50 languages, as articles between
 * notices of other languages, and in languages that the model does not know.
 */
@Tag("quality")
class LanguageQualityTest {

  private static final Path SENTENCES = SibSentences.FILE;

  /** Lines that sites put before and behind an article; each article has those of another. */
  private static final List<List<String>> FURNITURE =
      List.of(
          List.of(
              "en",
              "Home\nNews\nSport\nWeather\nSubscribe\n\nWe use cookies and similar technologies to"
                  + " improve your experience. By continuing you accept our cookie policy."
                  + "\nAccept all\nSettings\n\n",
              "\n\nShare this article\nMost read\nAbout us\nPrivacy policy\nTerms of use\n"
                  + "Copyright 2024 The Harbour Post. All rights reserved.\n"),
          List.of(
              "de",
              "Startseite\nNachrichten\nSport\nWetter\nAbonnieren\n\nWir verwenden Cookies, um Ihr"
                  + " Erlebnis zu verbessern. Mit der weiteren Nutzung stimmen Sie dem zu."
                  + "\nAlle akzeptieren\nEinstellungen\n\n",
              "\n\nArtikel teilen\nMeistgelesen\nÜber uns\nDatenschutz\nImpressum\n"
                  + "Copyright 2024 Hafenpost. Alle Rechte vorbehalten.\n"),
          List.of(
              "fr",
              "Accueil\nActualités\nSport\nMétéo\nS'abonner\n\nNous utilisons des cookies pour"
                  + " améliorer votre expérience. En poursuivant, vous acceptez leur utilisation."
                  + "\nTout accepter\nParamètres\n\n",
              "\n\nPartager l'article\nLes plus lus\nQui sommes-nous\nMentions légales\n"
                  + "Copyright 2024 La Poste du Port. Tous droits réservés.\n"),
          List.of(
              "ru",
              "Главная\nНовости\nСпорт\nПогода\nПодписка\n\nМы используем файлы cookie, чтобы"
                  + " сделать сайт удобнее. Продолжая, вы соглашаетесь с этим."
                  + "\nПринять все\nНастройки\n\n",
              "\n\nПоделиться\nСамое читаемое\nО нас\nКонфиденциальность\n"
                  + "Copyright 2024 Портовая почта. Все права защищены.\n"));

  private static final String ARTICLES =
      "ar bg cs da de el en es fi fr he hi hu it ja nl pl pt ru tr";

  /** Sentences of a made article, a paragraph each. */
  private static final int PARAGRAPHS = 6;

  private static final String LANGUAGES =
      "eng_Latn=en deu_Latn=de fra_Latn=fr spa_Latn=es por_Latn=pt ita_Latn=it nld_Latn=nl"
          + " pol_Latn=pl rus_Cyrl=ru ukr_Cyrl=uk ces_Latn=cs slk_Latn=sk slv_Latn=sl hrv_Latn=hr"
          + " ron_Latn=ro hun_Latn=hu bul_Cyrl=bg ell_Grek=el tur_Latn=tr arb_Arab=ar heb_Hebr=he"
          + " pes_Arab=fa urd_Arab=ur hin_Deva=hi ben_Beng=bn tam_Taml=ta tel_Telu=te jpn_Jpan=ja"
          + " kor_Hang=ko zho_Hans=zh vie_Latn=vi tha_Thai=th ind_Latn=id swe_Latn=sv dan_Latn=da"
          + " nob_Latn=no fin_Latn=fi est_Latn=et lit_Latn=lt lvs_Latn=lv cat_Latn=ca swh_Latn=sw"
          + " mar_Deva=mr guj_Gujr=gu kat_Geor=ka hye_Armn=hy als_Latn=sq mkd_Cyrl=mk isl_Latn=is"
          + " gle_Latn=ga";

  @Test
  void fiftyLanguagesAreToldApart() throws IOException {
    assumeTrue(Files.exists(SENTENCES));
    Map<String, List<String>> texts = read();
    int[] sentences = new int[2];
    int[] joined = new int[2];
    LanguageIdentifier identifier = LanguageIdentifier.shared();
    texts.forEach(
        (language, list) -> {
          for (String text : list) {
            count(sentences, identifier.identify(text).language().equals(language));
          }
          for (int i = 0; i + 6 <= list.size(); i += 6) {
            String text = String.join(" ", list.subList(i, i + 6));
            count(joined, identifier.identify(text).language().equals(language));
          }
        });
    System.out.printf(
        Locale.ROOT,
        "%d languages: sentences %.4f of %d, six joined %.4f of %d%n",
        texts.size(),
        share(sentences),
        sentences[1],
        share(joined),
        joined[1]);
    assertThat(share(sentences), greaterThanOrEqualTo(QualityFloors.SENTENCES_RIGHT));
    assertThat(share(joined), greaterThanOrEqualTo(QualityFloors.LONG_TEXTS_RIGHT));
  }

  @Test
  void articlesBetweenNoticesOfAnotherLanguageHaveTheirs() throws IOException {
    assumeTrue(Files.exists(SENTENCES));
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    int[] right = new int[2];
    Map<String, List<String>> texts = read();
    for (String language : ARTICLES.split(" ")) {
      List<String> list = texts.get(language);
      int made = 0;
      for (int i = 0; i + PARAGRAPHS < list.size(); i += PARAGRAPHS + 1) {
        List<String> furniture = FURNITURE.get(made++ % FURNITURE.size());
        if (furniture.get(0).equals(language)) {
          continue;
        }
        String page =
            furniture.get(1)
                + list.get(i)
                + "\n\n"
                + String.join("\n\n", list.subList(i + 1, i + 1 + PARAGRAPHS))
                + furniture.get(2);
        Article article =
            segmenter
                .segment(
                    Page.text("page", 0, page.getBytes(StandardCharsets.UTF_8)), SiteModel.NONE)
                .article();
        if (article != null) {
          String named = LanguageIdentifier.shared().identify(article.text()).language();
          count(right, named.equals(language));
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "articles between other notices: %.4f of %d%n", share(right), right[1]);
    assertThat(share(right), greaterThanOrEqualTo(QualityFloors.ARTICLES_IN_THEIR_LANGUAGE));
  }

  @Test
  void languagesThatTheModelDoesNotKnowAreNotNamedWithConfidence() throws IOException {
    assumeTrue(Files.exists(SENTENCES));
    Set<String> known = new HashSet<>();
    for (String code : LanguageModel.shipped().languages()) {
      known.add(LanguageCodes.shortest(code));
    }
    int[] named = new int[2];
    int[] sure = new int[2];
    for (Map.Entry<String, List<String>> entry : SibSentences.read().entrySet()) {
      boolean isKnown = known.contains(SibSentences.code(entry.getKey()));
      // The odd ones: likeness was measured on the others.
      for (int i = 1; i < entry.getValue().size(); i += 2) {
        LanguageGuess guess = LanguageIdentifier.shared().identify(entry.getValue().get(i));
        boolean isNamed = guess.isKnown() && guess.confidence() >= .9;
        count(isKnown ? sure : named, isNamed);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "named at .9 or more: %.4f of %d sentences in unknown languages, %.4f of %d in known%n",
        share(named),
        named[1],
        share(sure),
        sure[1]);
    assertThat(share(named), lessThanOrEqualTo(QualityFloors.UNKNOWN_LANGUAGES_NAMED));
  }

  private static Map<String, List<String>> read() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    for (String pair : LANGUAGES.split(" ")) {
      codes.put(pair.substring(0, 8), pair.substring(9));
    }
    Map<String, List<String>> texts = new TreeMap<>();
    SibSentences.read()
        .forEach(
            (name, list) -> {
              if (codes.containsKey(name)) {
                texts.put(codes.get(name), list);
              }
            });
    return texts;
  }

  private static void count(int[] rightAndAll, boolean isRight) {
    rightAndAll[0] += isRight ? 1 : 0;
    rightAndAll[1]++;
  }

  private static double share(int[] rightAndAll) {
    return (double) rightAndAll[0] / rightAndAll[1];
  }
}
