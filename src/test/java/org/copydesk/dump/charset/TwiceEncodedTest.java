package org.copydesk.dump.charset;

import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.dump.ReadDump;
import org.copydesk.dump.Samples;
import org.junit.jupiter.api.Test;

class TwiceEncodedTest {
  private static final List<String> TEXTS =
      List.of(
          "Le conseil a été reçu à l’hôtel de ville, où le maire a présenté la réouverture. «\u00a0Enfin\u00a0», dit-on.",
          "A câmara decidiu na terça-feira reabrir a ponte, após seis anos de discussão também.",
          "Der Bürgermeister erklärte, die Brücke werde im Frühjahr geöffnet – für Fußgänger.",
          "Мэр города заявил во вторник, что ремонт моста продлится до осени.",
          "市長は火曜日、橋の修理に多額の費用がかかり、秋まで続くと述べた。",
          "Seděli v úterý u řeky 😀 a čekali, až loď připluje.");

  /** As a page sent as UTF-8, taken for windows-1252 and stored as UTF-8. */
  private static String twice(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      // Java leaves five bytes out; browsers and most libraries take them for controls.
      String one = new String(new byte[] {b}, java.nio.charset.Charset.forName("windows-1252"));
      out.append(one.equals("\ufffd") ? String.valueOf((char) (b & 0xff)) : one);
    }
    return out.toString();
  }

  private static String mended(String text) {
    return new String(TwiceEncoded.mend(utf8(text)), StandardCharsets.UTF_8);
  }

  @Test
  void whatWasEncodedTwiceOrThreeTimesIsAsItWas() {
    for (String text : TEXTS) {
      assertThat(mended(twice(text)), is(text));
      assertThat(mended(twice(twice(text))), is(text));
    }
  }

  @Test
  void soundTextStays() {
    for (String text : TEXTS) {
      byte[] sound = utf8(text.repeat(20));
      assertThat(TwiceEncoded.mend(sound), is(sameInstance(sound)));
    }
    for (String text :
        List.of(
            "NAÇÃO: A DECISÃO É DA UNIÃO, SÃO PAULO DIZ NÃO À CITÉ» ".repeat(20),
            "Why does my page show Ã© and â€™ instead of é and ’? Ã¨ too.",
            "é is Ã©, è is Ã¨, ü is Ã¼, ä is Ã¤, ö is Ã¶, ß is ÃŸ, ñ is Ã±. ",
            "© 2024 ® ™ ° ± § ¶ · ".repeat(50))) {
      assertThat(mended(text), is(text));
    }
  }

  @Test
  void aSoundFrameAroundItDoesNotHideIt() {
    String body = TEXTS.get(0) + " " + TEXTS.get(1);
    assertThat(mended(twice(body) + " © 2024 – Écho"), is(body + " © 2024 – Écho"));
  }

  @Test
  void itIsMendedInEveryFormatAndTheFileAddsUp() {
    String text = "Title\n\n" + TEXTS.get(0).repeat(3) + "\n";
    String html = "<html><head><meta charset=\"utf-8\"></head><p>" + TEXTS.get(0) + "</p></html>";
    byte[] warc = Samples.record("resource", "text/html", 1, utf8(twice(html)));
    for (ReadDump read :
        List.of(
            ReadDump.of("a.txt", utf8(twice(text))),
            ReadDump.of("a.html", utf8(twice(html))),
            ReadDump.of("a.warc", warc),
            ReadDump.of(
                "a.jsonl", utf8("{\"text\":\"" + twice(text).replace("\n", "\\n") + "\"}\n")))) {
      boolean isHtml = read.pages.get(0).kind() == org.copydesk.model.Page.Kind.HTML;
      assertThat(read.texts(), contains(isHtml ? html : text));
      assertThat(read.ledger.balances(), is(true));
    }
  }
}
