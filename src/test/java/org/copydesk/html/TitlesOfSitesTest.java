package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headlines that no heading shows, under titles to which sites join their names and sections. */
class TitlesOfSitesTest {
  private static final String TEXT =
      "<p>The harbour of Brackwater reopened on Monday after the storm and three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";

  private static final String DENSE =
      "<p>港口办公室星期一在一份声明中说，布拉克沃特港口经过三个星期的维修以后重新开放，渔船黎明时分出海，第一班渡轮载着两百名乘客前往群岛。</p>"
          + "<p>船长说，由于潜水员发现的裂缝比预期的多，北码头的工程将持续到秋天，市议会下个月将讨论费用问题，港口的渔民表示欢迎。</p>";

  private static String title(String head, String above, String text) {
    String page =
        "<html><head>"
            + head
            + "</head><body><div><div>"
            + above
            + text
            + "</div></div></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(Labelled.page("http://www.brackwater.example/a/1.htm", page))
        .article()
        .title();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<title>THE LEDGER : Harbour reopens after storm</title> ~ <b>Harbour reopens after storm</b><br><br>",
        "<title>Tidewater Ledger Online HEALTH+LIFE - Harbour reopens after storm</title> ~ <div class=tit>Harbour reopens after storm</div>",
        "<title>Harbour reopens after storm - Quay and Coast Weekly: Ports and Shipping News</title> ~ <div class=post-meta><h2>Harbour reopens after storm</h2></div>",
        "<title>Harbour reopens after storm | harbour, Brackwater, ferry | Coast City Times</title> ~ <div><a href='/a/1.htm'>Harbour reopens after storm</a></div>",
        "<title>Tidewater Ledger, tidewater ledger online</title> ~ <table><tr><td>Harbour reopens after storm</td></tr></table>",
        " ~ <div>Harbour reopens after storm</div>",
        "<title>Harbour reopens after storm</title> ~ <div>Ledger of tides and ferries</div>",
      })
  void areCutFree(String head, String above) {
    assertThat(title(head == null ? "" : head, above, TEXT), is("Harbour reopens after storm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<title>港口经过三周维修重新开放-社会-潮水新闻网</title> ~ ",
        "<title>港口经过三周维修重新开放_新闻_海滨站_潮水网</title> ~ ",
        "<title>港口经过三周维修重新开放 - 數碼</title> ~ ",
        "<title>港口经过三周维修重新开放-港口,维修,渡轮-潮水网</title> ~ ",
        "<title>潮水新聞：港口经过三周维修重新开放</title> ~ <div>港口经过三周维修重新开放</div>",
        "<title>港口经过三周维修重新开放 质量 潮水网</title> ~ <div class=title>港口经过三周维修重新开放</div>",
      })
  void areCutFreeInScriptsWithoutSpaces(String head, String above) {
    assertThat(title(head, above == null ? "" : above, DENSE), is("港口经过三周维修重新开放"));
  }

  @Test
  void keepWhatStandsBeforeAColonAndWhatThePageStates() {
    assertThat(
        title(
            "<title>Bank cuts rates to 4%: What it means for the harbour</title>",
            "<div>What it means for the harbour</div>", TEXT),
        is("Bank cuts rates to 4%: What it means for the harbour"));
    assertThat(
        title(
            "<meta property='og:title' content='Out of the woods, perhaps'>",
            "<div>Harbour reopens after storm</div>",
            TEXT),
        is("Out of the woods, perhaps"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "EC-225直升机在港口上空正式亮相",
        "港口经过三周维修重新开放——渔民表示欢迎",
        "港口重新开放-渔民和乘客都说维修时间太长了",
        "中欧班列开通新的货运线路（海滨—潮水）",
        "海滨今天早晨最低气温降至-12℃",
        "海滨代表がブラジル代表に３－２で逆転勝利",
        "รัฐบาลอนุมัติรถไฟความเร็วสูง ริมน้ำ-ชายหาด",
      })
  void keepTheirDashes(String headline) {
    assertThat(title("<title>" + headline + "</title>", "", DENSE), is(headline));
  }
}
