package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Rights;
import org.copydesk.model.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What publishers say of rights, in each place where they say it, comes to the article. */
class RightsTest {
  private static final String STORY =
      "<article><h1>Ferry line to close in May</h1><p>The last ferry between the islands will leave"
          + " on 31 May, its owner said on Tuesday after months of talks with the council.</p><p>Some"
          + " 240 people use it each day, most of them on their way to work in the docks, and there is"
          + " no bridge.</p><p>The council will meet on Friday to look for another owner, it"
          + " said.</p></article>";

  private static byte[] record(String url, String http, String type, String body) {
    byte[] content =
        ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + http + "\r\n" + body)
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + url
                + "\r\nWARC-Date: 2026-03-01T06:00:00Z\r\nContent-Type: application/http;"
                + " msgtype=response\r\nContent-Length: "
                + content.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static String page(String head) {
    return "<html><head><title>Ferry line to close in May</title>"
        + head
        + "</head><body>"
        + STORY
        + "</body></html>";
  }

  /** Articles of the pages of a WARC file that holds these records. */
  private static List<Article> articles(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.writeBytes(record);
    }
    byte[] warc = all.toByteArray();
    List<Article> articles = new ArrayList<>();
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    new DumpReader(DumpSettings.defaults())
        .read(
            new DumpFile("a.warc", warc.length, () -> new ByteArrayInputStream(warc)),
            new DumpSink() {
              @Override
              public void page(Page page) {
                if (page.kind() == Page.Kind.HTML) {
                  articles.add(segmenter.segment(page).article().withContainers(page));
                }
              }

              @Override
              public void rejected(Rejected rejected) {}
            });
    return articles;
  }

  private static Rights rights(String http, String head) throws IOException {
    List<Article> found =
        articles(record("https://lorne.example/ferry", http, "text/html", page(head)));
    return found.get(0).details().stated().rights();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<meta name=robots content=\"NoAI, noimageai,index\"> | index, noai, noimageai",
        "<META NAME=\"Robots\" CONTENT=\"noindex\"> | noindex",
        "<meta http-equiv=X-Robots-Tag content=noai> | noai",
      })
  void directivesOfThePage(String head, String robots) throws IOException {
    assertThat(rights("", head).robots(), is(robots));
  }

  @Test
  void directivesOfTheHttpHeaderStandBesideThoseOfThePage() throws IOException {
    Rights rights =
        rights(
            "X-Robots-Tag: noai\r\nx-robots-tag: gptbot: noindex\r\n",
            "<meta name=robots content=noarchive>");
    assertThat(rights.robots(), is("gptbot: noindex, noai, noarchive"));
    assertThat(rights.refusesAi(), is(true));
  }

  @Test
  void reservationsOfTextAndDataMining() throws IOException {
    assertThat(
        rights("TDM-Reservation: 1\r\nTDM-Policy: https://lorne.example/tdm\r\n", ""),
        is(new Rights(null, true, "https://lorne.example/tdm", null, null, List.of())));
    assertThat(
        rights("TDM-Reservation: 1\r\n", "<meta name=\"tdm-reservation\" content=\"0\">")
            .tdmReservation(),
        is(false));
    assertThat(rights("TDM-Reservation: yes\r\n", "").isNone(), is(true));
  }

  @Test
  void reservationsOfTheHostsFileCountForThePathsThatTheyName() throws IOException {
    byte[] file =
        record(
            "https://lorne.example/.well-known/tdmrep.json",
            "",
            "application/json",
            "[{\"location\":\"/news/*\",\"tdm-reservation\":1,\"tdm-policy\":\"https://lorne.example/p\"},"
                + "{\"location\":\"/news/free\",\"tdm-reservation\":0}]");
    List<Article> found =
        articles(
            file,
            record("https://lorne.example/news/1", "", "text/html", page("")),
            record("https://lorne.example/news/free/1", "", "text/html", page("")),
            record("https://lorne.example/other", "", "text/html", page("")),
            record("https://other.example/news/1", "", "text/html", page("")));
    List<Boolean> reserved =
        found.stream().map(a -> a.details().stated().rights().tdmReservation()).toList();
    assertThat(reserved.get(0), is(true));
    assertThat(reserved.get(1), is(false));
    assertThat(reserved.subList(2, 4).stream().allMatch(r -> r == null), is(true));
  }

  @Test
  void agentsThatRobotsTxtKeepsAway() throws IOException {
    byte[] file =
        record(
            "https://lorne.example/robots.txt",
            "",
            "text/plain",
            "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nDisallow:"
                + " /private\nContent-Usage: train-ai=n\n\nUser-agent: Googlebot\nDisallow: /\n");
    List<Article> found =
        articles(
            file,
            record("https://lorne.example/ferry", "", "text/html", page("")),
            record("https://lorne.example/private/1", "", "text/html", page("")));
    Rights open = found.get(0).details().stated().rights();
    assertThat(open.agentsDisallowed(), is(List.of("ccbot", "gptbot")));
    assertThat(open.contentUsage(), is("train-ai=n"));
    assertThat(open.refusesTraining(), is(true));
    assertThat(
        found.get(1).details().stated().rights().agentsDisallowed(),
        is(List.of("*", "ccbot", "gptbot")));
  }

  @Test
  void preferencesOfUse() throws IOException {
    assertThat(rights("Content-Usage: train-ai=n, search=y\r\n", "").refusesTraining(), is(true));
    assertThat(rights("Content-Usage: train-ai=y\r\n", "").refusesTraining(), is(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<link rel=\"license\" href=\"/licence\"> | https://lorne.example/licence",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"license\":{\"@id\":\"https://c.example/by\"}}</script> | https://c.example/by",
        "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"license\":\"https://c.example/nc\"}</script> | https://c.example/nc",
        "<meta name=\"dcterms.license\" content=\"CC BY 4.0\"> | CC BY 4.0",
      })
  void licencesOfThePage(String head, String licence) throws IOException {
    assertThat(rights("", head).licence(), is(licence));
  }

  @Test
  void licencesOfImagesAndOfTheHttpHeader() throws IOException {
    String image =
        "<script type=\"application/ld+json\">{\"@type\":\"ImageObject\",\"license\":\"https://c.example/x\"}</script>";
    assertThat(rights("", image).isNone(), is(true));
    assertThat(
        rights(
                "Link: <https://a.example/s>; rel=prev, <https://a.example/l>; rel=\"license\"\r\n",
                "")
            .licence(),
        is("https://a.example/l"));
  }

  @Test
  void whatIsNotSaidIsNotThere() throws IOException {
    assertThat(rights("", "<meta name=\"description\" content=\"noai\">").isNone(), is(true));
  }

  @Test
  void whatAPageStatesForMachines() throws IOException {
    String head =
        "<meta property=\"og:description\" content=\"The last ferry leaves in May.\">"
            + "<meta property=\"og:image\" content=\"/ferry.jpg\"><script"
            + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleSection\":\"Local\","
            + "\"keywords\":[\"ferry\",\"islands\"],\"isAccessibleForFree\":\"False\"}</script>";
    Stated stated =
        articles(record("https://lorne.example/ferry", "", "text/html", page(head)))
            .get(0)
            .details()
            .stated();
    assertThat(stated, notNullValue());
    assertThat(stated.section(), is("Local"));
    assertThat(stated.keywords(), is(List.of("ferry", "islands")));
    assertThat(stated.description(), is("The last ferry leaves in May."));
    assertThat(stated.image(), is("https://lorne.example/ferry.jpg"));
    assertThat(stated.isPaywalled(), is(true));
    assertThat(stated.isTruncated(), is(false));
  }
}
