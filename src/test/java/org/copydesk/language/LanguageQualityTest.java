package org.copydesk.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.copydesk.QualityFloors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accuracy on SIB-200's sentences, alone and six joined, in 50 languages. */
@Tag("quality")
class LanguageQualityTest {

  private static final Path SENTENCES = Path.of("../shared/data/news/sib-200.jsonl.gz");
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

  private static Map<String, List<String>> read() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    for (String pair : LANGUAGES.split(" ")) {
      codes.put(pair.substring(0, 8), pair.substring(9));
    }
    Map<String, List<String>> texts = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SENTENCES)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        String language = codes.get(node.path("lang").asText());
        if (language != null) {
          texts.computeIfAbsent(language, any -> new ArrayList<>()).add(node.path("text").asText());
        }
      }
    }
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
