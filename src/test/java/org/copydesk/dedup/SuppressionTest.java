package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final ContentHash ID = new ContentHash(1, 2);
  private static final ContentHash OTHER = new ContentHash(3, 4);

  @Test
  void anIdAnAddressAndASiteAreCovered() {
    Suppression list =
        Suppression.parse(
            List.of(
                "# taken down",
                "",
                ID.hex().toUpperCase(java.util.Locale.ROOT),
                "https://elm.test/News/17",
                "valley.test"));
    assertThat(list.covers(ID, null, null), is(true));
    assertThat(list.covers(OTHER, "http://www.elm.test/News/17/?utm_source=x", null), is(true));
    assertThat(list.covers(OTHER, "https://elm.test/News/18", "elm.test"), is(false));
    assertThat(list.covers(OTHER, "https://elm.test/news/17", "elm.test"), is(false));
    assertThat(list.covers(OTHER, null, "news.valley.test"), is(true));
    assertThat(list.covers(OTHER, "https://valley.test:8080/a", null), is(true));
    assertThat(list.covers(OTHER, null, "bigvalley.test"), is(false));
  }

  @Test
  void aHomePageStandsForItsSite() {
    assertThat(
        Suppression.parse(List.of("https://www.elm.test/")).covers(OTHER, null, "elm.test"),
        is(true));
  }

  @Test
  void aLineThatIsNothingIsRefusedWithItsNumber() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Suppression.parse(List.of("elm.test", "two words")));
    assertThat(refused.getMessage(), containsString("line 2"));
    assertThat(refused.getMessage(), containsString("as articles.site has it"));
    for (String bad : List.of("elm.test/news/17", "www.elm.co.uk/", "site:", "site:  ", "//")) {
      assertThrows(IllegalArgumentException.class, () -> Suppression.parse(List.of(bad)), bad);
    }
  }

  @Test
  void everyKindOfSiteIsCoveredAsItStands() {
    for (String site :
        List.of(
            "template-722bb51147be",
            "tri-county-post",
            "site-001/0000",
            "Zeitungen/Elbtal",
            "2025.01/elm",
            "elm_post",
            "local:8080",
            "e9564e1a9c149a0d55f6f4de0bb483ebaa",
            "valley.test")) {
      Suppression list = Suppression.parse(List.of(site));
      assertThat(site, list.covers(OTHER, null, site), is(true));
      assertThat(site, list.covers(OTHER, null, "another" + site), is(false));
      assertThat(Suppression.parse(List.of("site: " + site)).covers(OTHER, null, site), is(true));
    }
    for (String site : List.of("Our Valley/2025", "elm.test/news", ID.hex(), "#1", "site:x")) {
      Suppression list = Suppression.parse(List.of("site:" + site));
      assertThat(site, list.covers(OTHER, null, site), is(true));
      assertThat(site, list.covers(ID, null, null), is(false));
    }
    assertThat(
        Suppression.parse(List.of("Elm.test")).covers(OTHER, "https://www.elm.test/a", null),
        is(true));
  }

  @Test
  void addressesAreComparedWithoutWhatDoesNotCount() {
    assertThat(
        UrlKey.of("https://www.Elm.test/A/?b=1&utm_medium=m&c=2#d"), is("elm.test/A?b=1&c=2"));
    assertThat(UrlKey.of("https://elm.test/"), is((String) null));
    assertThat(UrlKey.of("/relative"), is((String) null));
  }
}
