package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build with the rule set for corpora that models are trained on. */
class RightsBuildTest {
  private static final String RULES = "--rules=pipelines/rules/rights.yaml";

  @TempDir Path folder;

  @Test
  void whatItsPublisherKeepsFromTrainingIsRemovedByTheRuleThatSaysSo() throws Exception {
    Map<String, String> heads = new LinkedHashMap<>();
    heads.put("open", "<meta name=\"robots\" content=\"index, follow\">");
    heads.put("noai", "<meta name=\"robots\" content=\"noai, noimageai\">");
    heads.put("reserved", "<meta name=\"tdm-reservation\" content=\"1\">");
    heads.put("granted", "<meta name=\"tdm-reservation\" content=\"0\">");
    heads.put("silent", "");
    Path dump = folder.resolve("pages.jsonl");
    StringBuilder lines = new StringBuilder();
    ObjectMapper json = new ObjectMapper();
    heads.forEach(
        (name, head) ->
            lines
                .append(
                    json.createObjectNode()
                        .put("url", "https://" + name + ".test/news/1.html")
                        .put("html", page(name, head)))
                .append('\n'));
    Files.writeString(dump, lines);
    Corpus all = Corpus.build(folder.resolve("all"), dump.toString(), "--topics=false");
    assertThat(all.count("articles"), is(5L));
    Corpus free = Corpus.build(folder.resolve("free"), dump.toString(), "--topics=false", RULES);
    assertThat(
        free.query("select site, reason from {removed} order by site"),
        is(
            List.of(
                List.of("noai.test", "rights_noai"),
                List.of("reserved.test", "rights_tdm_reserved"))));
    assertThat(
        free.query("select site, rights.tdm_reservation from {articles} order by site").toString(),
        is("[[granted.test, false], [open.test, null], [silent.test, null]]"));
  }

  private static String page(String name, String head) {
    StringBuilder text = new StringBuilder();
    for (String part : List.of("harbour", "ferry", "council", "school")) {
      text.append("<p>The ").append(part).append(" of ").append(name);
      text.append(" was the matter of a long evening in the town hall, where ").append(part);
      text.append(" and money were spoken of until midnight by all who had come from ");
      text.append(name).append(", and nobody left before the vote was taken.</p>");
    }
    return "<html><head><title>What "
        + name
        + " wants from its town hall</title>"
        + head
        + "</head><body><article><h1>What "
        + name
        + " wants from its town hall</h1>"
        + text
        + "</article></body></html>";
  }
}
