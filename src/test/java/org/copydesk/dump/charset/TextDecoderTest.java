package org.copydesk.dump.charset;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.copydesk.dump.ReadDump;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private final TextDecoder decoder = new TextDecoder(0.01);

  // Invented sentences; each is repeated with variations to the length of a short article.
  private static final Map<String, String> TEXTS = new TreeMap<>();

  static {
    TEXTS.put(
        "windows-1252",
        "Le maire a déclaré mardi que la réparation du pont coûterait très cher à la ville, où l’école est fermée. ");
    TEXTS.put(
        "ISO-8859-1",
        "Die Brücke über den Fluß bleibt bis zum Frühjahr gesperrt, erklärte die Bürgermeisterin am Montag. ");
    TEXTS.put(
        "windows-1251",
        "Мэр города заявил во вторник, что ремонт моста обойдётся дорого и продлится до осени. ");
    TEXTS.put(
        "KOI8-R",
        "Паром снова вышел в море в понедельник после ремонта, сообщила администрация порта. ");
    TEXTS.put(
        "ISO-8859-5",
        "Совет проголосовал за новый бюджет, сказал представитель партии журналистам вечером. ");
    TEXTS.put(
        "windows-1253",
        "Ο δήμαρχος δήλωσε την Τρίτη ότι η επισκευή της γέφυρας θα κοστίσει πολύ στην πόλη. ");
    TEXTS.put(
        "windows-1255",
        "ראש העיר אמר ביום שלישי כי תיקון הגשר יעלה לעירייה סכום גדול ויימשך עד הסתיו. ");
    TEXTS.put(
        "windows-1256",
        "قال رئيس البلدية يوم الثلاثاء إن إصلاح الجسر سيكلف المدينة مبلغا كبيرا ويستمر حتى الخريف. ");
    TEXTS.put("Shift_JIS", "市長は火曜日、橋の修理に多額の費用がかかり、秋まで続くと述べた。学校は閉まったままだ。");
    TEXTS.put("EUC-JP", "フェリーは修理の後、月曜日に再び出航したと港の責任者が記者団に語った。");
    TEXTS.put("GB18030", "市长星期二表示，修桥将耗费巨资，工程将持续到秋天。学校仍然关闭，家长们表示不满。");
    TEXTS.put("Big5", "市長星期二表示，修橋將耗費巨資，工程將持續到秋天。學校仍然關閉，家長們表示不滿。");
    TEXTS.put("EUC-KR", "시장은 화요일 다리 수리에 많은 비용이 들 것이며 가을까지 계속될 것이라고 말했다. ");
    TEXTS.put(
        "windows-1250",
        "Burmistrz powiedział we wtorek, że naprawa mostu będzie kosztować miasto dużo pieniędzy, a łódź już płynie. ");
    TEXTS.put(
        "ISO-8859-2",
        "Starosta v úterý řekl, že oprava mostu přijde město draho a potrvá až do podzimu, škola je zavřená. ");
    TEXTS.put(
        "windows-1254",
        "Belediye başkanı salı günü köprünün onarımının şehre pahalıya mal olacağını ve sonbahara kadar süreceğini söyledi. ");
    TEXTS.put(
        "x-windows-874",
        "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าการซ่อมสะพานจะใช้เงินจำนวนมากและจะดำเนินต่อไป ");
  }

  private String decoded(String text, String charset, String declared) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    byte[] payload = decoder.decode(bytes, 0, bytes.length, declared).payload();
    return payload == null ? "" : new String(payload, StandardCharsets.UTF_8);
  }

  @Test
  void declaredCharacterSetsAreDecodedExactly() {
    TEXTS.forEach((set, text) -> assertThat(set, decoded(text, set, set), is(text)));
    String wide = "The bridge – “closed” – é 市";
    for (String set : new String[] {"UTF-16LE", "UTF-16BE"}) {
      assertThat(set, decoded('\ufeff' + wide, set, null), is(wide));
      assertThat(set, decoded("The bridge is closed, said the mayor.", set, null).length(), is(37));
    }
  }

  @Test
  void mostCharacterSetsAreFoundWithoutDeclaration() {
    int found = 0;
    for (Map.Entry<String, String> e : TEXTS.entrySet()) {
      String text = ("Lorne Wire 2026. " + e.getValue()).repeat(4);
      boolean isFound = decoded(text, e.getKey(), null).equals(text);
      if (!isFound) {
        System.out.println("not found without declaration: " + e.getKey());
      }
      found += isFound ? 1 : 0;
    }
    System.out.printf(Locale.ROOT, "%d of %d character sets found%n", found, TEXTS.size());
    assertThat(found, greaterThanOrEqualTo(FOUND));
  }

  private static final int FOUND = 17;

  @Test
  void aLieAboutTheCharacterSetDoesNotHurtUtf8() {
    String text = "The mayor’s bridge – é";
    assertThat(decoded(text, "UTF-8", "iso-8859-1"), is(text));
    assertThat(decoded(text, "UTF-8", "no-such-set"), is(text));
  }

  @Test
  void fewBadBytesAreReplacedAndCountedManyAreRefused() {
    byte[] text =
        "A long line about the bridge – and the ferry. "
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);
    byte[] few = text.clone();
    few[10] = (byte) 0xff;
    few[20] = 0;
    TextDecoder.Decoded decoded = decoder.decode(few, 0, few.length, null);
    assertThat(decoded.replaced(), is(2L));
    byte[] many = text.clone();
    for (int i = 0; i < many.length; i += 70) {
      many[i] = (byte) 0xff;
    }
    assertThat(
        decoder.decode(many, 0, many.length, "utf-8").refusal(), is(Reason.CHARSET_MALFORMED));
  }

  @Test
  void whateverComesTheOutputIsUtf8WithoutNul() {
    SplittableRandom random = new SplittableRandom(7);
    String[] declared = {
      null, "utf-8", "windows-1252", "shift_jis", "gb18030", "utf-16", "iso-2022-jp", "big5"
    };
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(90));
      }
      byte[] payload =
          decoder.decode(bytes, 0, bytes.length, declared[i % declared.length]).payload();
      if (payload != null) {
        assertThat(Utf8.firstFault(payload, 0, payload.length), is(payload.length));
      }
    }
  }

  @Test
  void unpairedSurrogatesAndNulInJsonAreReplacedAndCounted() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(
        ReadDump.utf8("{\"text\":\"a\\ud800b\\u0000c \\ud83d\\ude00\",\"title\":\"\\udc00\"}\n"));
    ReadDump read = ReadDump.of("a.jsonl", line.toByteArray());
    assertThat(read.texts().get(0), is("a\ufffdb\ufffdc \ud83d\ude00"));
    assertThat(read.pages.get(0).title(), is("\ufffd"));
    assertThat(read.ledger.replacedCharacters(), is(3L));
    assertThat(read.ledger.balances(), is(true));
  }

  private TextDecoder.Decoded decode(byte[] bytes, String declared) {
    return decoder.decode(bytes, 0, bytes.length, declared);
  }

  private static byte[] latin(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void characterSetsOfSevenBitsAreReadByTheirEscapes() throws Exception {
    String japanese = "<p>市長は火曜日、橋の修理に多額の費用がかかると述べた。</p> The mayor said so.\n";
    String korean = "시장은 화요일 다리 수리에 많은 비용이 들 것이라고 말했다.\nThe mayor.\n";
    for (String declared :
        new String[] {"iso-2022-jp", "ISO-2022-JP", "utf-8", "shift_jis", null}) {
      assertThat(decoded(japanese, "ISO-2022-JP", declared), is(japanese));
      assertThat(decoded(korean, "ISO-2022-KR", declared), is(korean));
    }
    // The JDK decodes ISO-2022-CN and writes it not: the middle of "Chinese text".
    byte[] chinese = latin("<p>\u001b$)A\u000eVPND\u000f text</p>");
    assertThat(utf8(decode(chinese, "iso-2022-cn")), is("<p>中文 text</p>"));
  }

  @Test
  void hzIsReadByItsBracesWhereItIsNamedOrThereAreManyCharacters() throws Exception {
    String text = "市长星期二表示，修桥将耗费巨资，工程将持续到秋天。";
    byte[] gb = text.getBytes("GB2312");
    for (int i = 0; i < gb.length; i++) {
      gb[i] &= 0x7f;
    }
    String hz = "The mayor ~~ ~\n~{" + new String(gb, StandardCharsets.US_ASCII) + "~} said.\n";
    String plain = "The mayor ~ " + text + " said.\n";
    assertThat(utf8(decode(latin(hz), "hz-gb-2312")), is(plain));
    assertThat(utf8(decode(latin(hz), null)), is(plain));
    assertThat(utf8(decode(latin("~{VPND~}"), "HZ-GB-2312")), is("中文"));
    for (String ascii :
        new String[] {
          "~{VPND~} in a table", "a ~{ b", "C++ and ~~{}", "\u001b[31mred\u001b[0m", "\u001b(B"
        }) {
      assertThat(utf8(decode(latin(ascii), null)), is(ascii));
    }
  }

  @Test
  void utf7IsNotReadAndWhatOnlyHasSignsOfItIs() {
    String text =
        "+AMk-t+AOk +AOA la c+APQ-te: le pr+AOk-fet a annonc+AOk que la qualit+AOk est r+AOk-elle, d+AOk-cid+AOk-ment ";
    assertThat(decode(latin(text), "utf-7").refusal(), is(Reason.CHARSET_UNSUPPORTED));
    assertThat(decode(latin(text), "unicode-1-1-utf-7").refusal(), is(Reason.CHARSET_UNSUPPORTED));
    assertThat(decode(latin(text), null).refusal(), is(Reason.CHARSET_UNSUPPORTED));
    for (String ascii :
        new String[] {
          "a plain page",
          "call +49-30-1234567 or +1-555-0100 ".repeat(20),
          "C+-+ and A+B+C+D+E+F+G+H+I+J ".repeat(20),
          "?q=harbour+reopens+after+storm+and+more+words+to+come ".repeat(20)
        }) {
      assertThat(utf8(decode(latin(ascii), "utf-7")), is(ascii));
      assertThat(utf8(decode(latin(ascii), null)), is(ascii));
    }
  }

  @Test
  void charactersWrittenAsTwoSurrogatesAreJoinedNotTakenForWindows1252() {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream cesu = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      int point = 0x1f600 + i % 64;
      text.append("Caf\u00e9 ").appendCodePoint(point).appendCodePoint(point);
      cesu.writeBytes("Caf\u00e9 ".getBytes(StandardCharsets.UTF_8));
      for (char unit : Character.toString(point).repeat(2).toCharArray()) {
        cesu.write(0xe0 | unit >> 12);
        cesu.write(0x80 | unit >> 6 & 0x3f);
        cesu.write(0x80 | unit & 0x3f);
      }
    }
    for (String declared : new String[] {"utf-8", null, "windows-1252"}) {
      assertThat(utf8(decode(cesu.toByteArray(), declared)), is(text.toString()));
    }
    // Halves without the other half are no characters.
    byte[] halves = new byte[3000];
    for (int i = 0; i < halves.length; i += 3) {
      halves[i] = (byte) 0xed;
      halves[i + 1] = (byte) 0xb0;
      halves[i + 2] = (byte) 0x80;
    }
    assertThat(decode(halves, "utf-8").refusal(), is(Reason.CHARSET_MALFORMED));
  }

  private static String utf8(TextDecoder.Decoded decoded) {
    return new String(decoded.payload(), StandardCharsets.UTF_8);
  }
}
