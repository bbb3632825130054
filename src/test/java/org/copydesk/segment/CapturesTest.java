package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page that was captured again and again while its first paragraph changed: what stays is its
 * text, in scripts with full stops and without, and no furniture of its site.
 */
class CapturesTest {
  /** A story: its headline, what begins its first paragraph, and the paragraphs that stay. */
  private record Story(String name, String title, String opening, List<String> stays) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Story> STORIES =
      List.of(
          new Story(
              "english",
              "Swing bridge of Lorne opens for buses again",
              "The ferry made %d journeys on the last day, and the crew were given a cake.",
              List.of(
                  "The council of Lorne had the bridge mended after a barge ran into it in May.",
                  "Nobody was hurt, but the eleven families on the east bank had to row to school.",
                  "The new beams are of oak from the hill behind the church and smell of honey.")),
          new Story(
              "english without stops",
              "Swing bridge of Lorne opens for buses again",
              "The ferry made %d journeys on the last day and the crew were given a cake by all"
                  + " those who had sailed with them",
              List.of(
                  "The council of Lorne had the bridge mended after a barge ran into it on a night"
                      + " of fog in May this year",
                  "Nobody was hurt but the eleven families on the east bank had to row their children"
                      + " to school for most of the summer",
                  "The new beams are of oak from the hill behind the church and smell of honey when"
                      + " the sun stands on them at noon")),
          new Story(
              "thai",
              "เมืองริมคลองเปิดสะพานไม้ให้คนเดินอีกครั้ง",
              "เรือเล็กแล่นข้ามคลอง %d เที่ยวในวันสุดท้ายและคนพายเรือได้รับขนมจากเด็กนักเรียนทุกคนที่มาส่ง",
              List.of(
                  "สภาเมืองลงมติเมื่อวันอังคารให้ซ่อมสะพานไม้ข้ามคลองก่อนถึงฤดูฝนหลังจากชาวบ้านร้องเรียนมานานหลายปี",
                  "ช่างไม้สองคนจากหมู่บ้านใกล้เคียงจะเริ่มงานในสัปดาห์หน้าและคาดว่าจะใช้เวลาหกสัปดาห์จึงจะแล้วเสร็จ",
                  "ระหว่างการซ่อมแซมผู้คนต้องข้ามคลองด้วยเรือเล็กซึ่งให้บริการตั้งแต่เช้าจนถึงค่ำยกเว้นวันพระ",
                  "ค่าใช้จ่ายทั้งหมดมาจากเงินบริจาคของร้านค้าในตลาดและกองทุนของวัดที่อยู่อีกฝั่งของคลองนี้")),
          new Story(
              "lao",
              "ເມືອງແຄມຄອງເປີດຂົວໄມ້ໃຫ້ຄົນຍ່າງອີກຄັ້ງ",
              "ເຮືອນ້ອຍແລ່ນຂ້າມຄອງ %d ຖ້ຽວໃນມື້ສຸດທ້າຍແລະຄົນພາຍເຮືອໄດ້ຮັບເຂົ້າໜົມຈາກເດັກນ້ອຍທຸກຄົນ",
              List.of(
                  "ສະພາເມືອງໄດ້ລົງມະຕິໃນວັນອັງຄານໃຫ້ສ້ອມແປງຂົວໄມ້ຂ້າມຄອງກ່ອນຮອດລະດູຝົນຫຼັງຈາກຊາວບ້ານຮ້ອງທຸກມາຫຼາຍປີ",
                  "ຊ່າງໄມ້ສອງຄົນຈາກບ້ານໃກ້ຄຽງຈະເລີ່ມວຽກໃນອາທິດໜ້າແລະຄາດວ່າຈະໃຊ້ເວລາຫົກອາທິດຈຶ່ງຈະແລ້ວ",
                  "ໃນລະຫວ່າງການສ້ອມແປງຜູ້ຄົນຕ້ອງຂ້າມຄອງດ້ວຍເຮືອນ້ອຍຊຶ່ງບໍລິການແຕ່ເຊົ້າຮອດຄ່ຳທຸກມື້")),
          new Story(
              "khmer",
              "ទីក្រុងមាត់ព្រែកបើកស្ពានឈើឱ្យមនុស្សដើរម្តងទៀត",
              "ទូកតូចបានឆ្លងព្រែក %d ដងនៅថ្ងៃចុងក្រោយហើយអ្នកចែវទូកបានទទួលនំពីសិស្សសាលាទាំងអស់",
              List.of(
                  "ក្រុមប្រឹក្សាក្រុងបានសម្រេចនៅថ្ងៃអង្គារឱ្យជួសជុលស្ពានឈើឆ្លងព្រែកមុនរដូវភ្លៀងមកដល់",
                  "ជាងឈើពីរនាក់ពីភូមិជិតខាងនឹងចាប់ផ្តើមការងារនៅសប្តាហ៍ក្រោយហើយនឹងប្រើពេលប្រាំមួយសប្តាហ៍",
                  "ក្នុងពេលជួសជុលមនុស្សត្រូវឆ្លងព្រែកដោយទូកតូចដែលបម្រើចាប់ពីព្រឹករហូតដល់ល្ងាចរាល់ថ្ងៃ")));

  static Stream<Story> stories() {
    return STORIES.stream();
  }

  private static Page page(Story story, int capture, String url, String dateline) {
    List<String> blocks = new ArrayList<>(List.of("The Lorne Mercury", story.title));
    if (dateline != null) {
      blocks.add(dateline);
    } else {
      blocks.add(String.format(story.opening, capture * 3 + 2));
    }
    blocks.addAll(story.stays);
    byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
    return new Page(
        capture + ".txt", 0, null, null, url, null, null, null, Page.Kind.TEXT, payload);
  }

  /** Other pages of the site, with texts of their own. */
  private static Page other(Story story, int n) {
    List<String> blocks = new ArrayList<>(List.of("The Lorne Mercury", story.title + " " + n));
    for (int i = 0; i < 4; i++) {
      blocks.add(String.format(story.opening, n * 100 + i));
    }
    byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
    String url = "https://mercury.example/story/" + n;
    return new Page(
        "o" + n + ".txt", 0, null, null, url, null, null, null, Page.Kind.TEXT, payload);
  }

  private static void assertWhole(
      Story story, List<Page> captures, List<Page> others, int opening) {
    SiteSample sample = new SiteSample();
    captures.forEach(sample::add);
    others.forEach(sample::add);
    SiteModels sites = SiteModels.learn(sample);
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (Page page : captures) {
      Article article = segmenter.segment(page, sites).article();
      List<String> paragraphs = List.of(article.text().split("\n\n"));
      assertThat(paragraphs.size(), is(story.stays.size() + opening));
      assertThat(paragraphs.subList(opening, paragraphs.size()), is(story.stays));
      assertThat(article.title().startsWith(story.title), is(true));
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void capturesOfOneAddressTeachOnce(Story story) {
    for (int captures : new int[] {3, 6}) {
      for (int others : new int[] {0, 20}) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < captures; i++) {
          String seen =
              i % 2 == 0
                  ? "https://mercury.example/bridge"
                  : "http://www.mercury.example/bridge/#top";
          pages.add(page(story, i, seen, null));
        }
        List<Page> rest = new ArrayList<>();
        for (int i = 0; i < others; i++) {
          rest.add(other(story, i));
        }
        assertWhole(story, pages, rest, 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void pagesWithoutAnAddressThatDifferInTheDateAreOneText(Story story) {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pages.add(page(story, i, null, (i + 3) + " March 2024"));
    }
    assertWhole(story, pages, List.of(), 0);
  }

  /** Less than that in common, so that each of them teaches: lines of one text among others. */
  @ParameterizedTest
  @MethodSource("stories")
  void aTextThatWasPrintedInPartsIsNoFurniture(Story story) {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<String> blocks = new ArrayList<>(List.of("The Lorne Mercury", story.title + " " + i));
      for (int k = 0; k < 3; k++) {
        blocks.add(String.format(story.opening, i * 31 + k));
      }
      blocks.addAll(story.stays);
      byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
      pages.add(Page.text(i + ".txt", 0, payload));
    }
    assertWhole(story, pages, List.of(), 3);
  }
}
