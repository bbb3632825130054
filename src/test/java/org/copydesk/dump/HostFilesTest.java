package org.copydesk.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copydesk.model.Rights;
import org.copydesk.model.RightsCarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostFilesTest {
  private final HostFiles files = new HostFiles();

  @BeforeEach
  void begin() {
    files.start();
  }

  private void robots(String host, String text) {
    byte[] b = text.getBytes(UTF_8);
    files.take(RightsCarrier.ROBOTS_FILE, "https://" + host + "/robots.txt", b, 0, b.length);
  }

  private void tdm(String host, String json) {
    byte[] b = json.getBytes(UTF_8);
    String url = "https://" + host + "/.well-known/tdmrep.json";
    files.take(RightsCarrier.TDM_FILE, url, b, 0, b.length);
  }

  @Test
  void agentsThatMayNotComeAreNamedForThePathsTheyMayNot() {
    robots("elm.test", "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\n");
    assertEquals(List.of("gptbot"), files.of("https://elm.test/a").agentsDisallowed());
    assertEquals(List.of("*", "gptbot"), files.of("https://elm.test/private/a").agentsDisallowed());
    assertTrue(files.of("https://oak.test/a").isNone());
    assertTrue(files.of("not an address").isNone());
  }

  @Test
  void preferencesOfUseAreThoseOfTheLongestPathAndForAll() {
    robots(
        "elm.test",
        "User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /open/ train-ai=y\n"
            + "User-agent: gptbot\nContent-Usage: search=n\n");
    assertEquals("train-ai=n", files.of("https://elm.test/a").contentUsage());
    assertEquals("train-ai=y", files.of("https://elm.test/open/a").contentUsage());
  }

  @Test
  void aReservationIsThatOfTheLongestPattern() {
    tdm(
        "elm.test",
        """
        [{"location":"/","tdm-reservation":1,"tdm-policy":"https://elm.test/p"},
         {"location":"/open/*","tdm-reservation":0},
         {"location":"*.pdf$","tdm-reservation":1},
         {"location":"/x","tdm-reservation":"maybe"}]
        """);
    Rights all = files.of("https://elm.test/a?b=c");
    assertEquals(true, all.tdmReservation());
    assertEquals("https://elm.test/p", all.tdmPolicy());
    assertEquals(false, files.of("https://elm.test/open/a").tdmReservation());
    assertEquals(true, files.of("https://elm.test/x").tdmReservation());
    assertNull(files.of("https://elm.test/a.pdfs").robots());
  }

  @Test
  void portsThatAreNotUsualMakeAnotherHost() {
    robots("elm.test:8080", "User-agent: *\nDisallow: /\n");
    assertTrue(files.of("https://elm.test/a").isNone());
    assertEquals(List.of("*"), files.of("https://elm.test:8080/a").agentsDisallowed());
    robots("elm.test:443", "User-agent: *\nDisallow: /\n");
    assertEquals(List.of("*"), files.of("http://elm.test/a").agentsDisallowed());
  }

  @Test
  void whatIsNoJsonTooLargeOrOfTooManyHostsIsPassedOver() {
    tdm("elm.test", "{\"location\":\"/\"}");
    tdm("oak.test", "[[[[");
    robots("ash.test", "User-agent: *\nDisallow: /\n" + "#".repeat(600 << 10));
    for (String host : List.of("elm.test", "oak.test", "ash.test")) {
      assertTrue(files.of("https://" + host + "/a").isNone(), host);
    }
    for (int i = 0; i < 2_010; i++) {
      robots("s" + i + ".test", "User-agent: *\nDisallow: /\n");
    }
    assertEquals(12, files.forgotten());
    assertEquals(List.of("*"), files.of("https://s7.test/a").agentsDisallowed());
    files.start();
    assertEquals(0, files.forgotten());
    assertTrue(files.of("https://s7.test/a").isNone());
  }

  @Test
  void theAddressSaysWhetherAFileIsOne() {
    assertEquals(RightsCarrier.ROBOTS_FILE, HostFiles.carrierAt("https://elm.test/robots.txt"));
    assertNull(HostFiles.carrierAt("https://elm.test/a/robots.txt"));
    assertNull(HostFiles.carrierAt("ht tp://"));
    assertNull(HostFiles.carrierAt(null));
  }
}
