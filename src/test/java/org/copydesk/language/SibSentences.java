package org.copydesk.language;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** SIB-200: the same 1,004 sentences in 205 languages and scripts. */
final class SibSentences {
  static final Path FILE = Path.of("../shared/data/news/sib-200.jsonl.gz");

  /** Where ours is not the short form of its code: macrolanguages and their largest member. */
  private static final String OTHER_CODES =
      "zsm=ms als=sq swh=sw azj=az uzn=uz khk=mn npi=ne pbt=ps prs=fa yue=zh zho=zh acm=ar apc=ar"
          + " ars=ar ary=ar arz=ar ajp=ar acq=ar aeb=ar arb=ar";

  /** Known languages in a script the model has not seen them in. */
  private static final Set<String> OTHER_SCRIPTS =
      Set.of("ace_Arab", "bjn_Arab", "min_Arab", "kas_Deva", "taq_Tfng");

  private static final Map<String, String> CODES = new TreeMap<>();

  static {
    for (String pair : OTHER_CODES.split(" ")) {
      CODES.put(pair.substring(0, 3), pair.substring(4));
    }
  }

  private SibSentences() {}

  /** Our code of one of its languages: {@code deu_Latn} is {@code de}. */
  static String code(String name) {
    return OTHER_SCRIPTS.contains(name)
        ? name
        : CODES.getOrDefault(name.substring(0, 3), LanguageCodes.shortest(name.substring(0, 3)));
  }

  /** Texts by the set's own names, {@code deu_Latn}, in their order. */
  static Map<String, List<String>> read() throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        texts
            .computeIfAbsent(node.path("lang").asText(), any -> new ArrayList<>())
            .add(node.path("text").asText());
      }
    }
    return texts;
  }
}
