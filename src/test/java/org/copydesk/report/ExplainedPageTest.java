package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.copydesk.command.Commands;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainedPageTest {
  @TempDir Path folder;

  @Test
  void blocksStandBesideTheArticleAndTheTeasersMadeOfThem() throws Exception {
    Document page = explain(Path.of("testdata/dumps/gulf-meridian/0003.txt"));
    assertThat(page.select(".block"), not(empty()));
    for (Element block : page.select(".block")) {
      assertThat(block.attr("title"), containsString(" by " + block.select(".rule").text()));
    }
    assertThat(page.select(".field.l-body").size(), is(1));
    assertThat(page.select(".announced li").size(), greaterThan(0));
  }

  @Test
  void whatAPageSaysIsText() throws Exception {
    String text = "A title\n\n" + String.join("\n\n", HostileValues.all());
    Path hostile = folder.resolve("hostile.jsonl");
    new ObjectMapper().writeValue(hostile.toFile(), Map.of("text", text.replaceAll("\\p{Cs}", "")));
    Document page = explain(hostile);
    assertThat(page.select("img,svg,iframe,base,link,form,math"), is(empty()));
    assertThat(page.select("script").size(), is(1));
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey().startsWith("on"), is(false));
      }
    }
    assertThat(page.text().contains("<script>window.wasRun=1</script>"), is(true));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy, containsString("script-src 'sha256-"));
    assertThat(policy, not(containsString("unsafe-inline")));
  }

  private Document explain(Path file) throws Exception {
    Path html = folder.resolve("page.html");
    assertThat(Commands.run("explain", file.toString(), "--html=" + html), is(0));
    return Jsoup.parse(Files.readString(html));
  }
}
