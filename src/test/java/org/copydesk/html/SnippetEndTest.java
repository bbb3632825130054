package org.copydesk.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetEndTest {
  @ParameterizedTest
  @CsvSource({
    "The port opens ..., The port opens, , true",
    "The port opens…, The port opens, , true",
    "The port opens… Read more, The port opens, Read more, true",
    "The port opens [Read more], The port opens, [Read more], true",
    "The port opens [...], The port opens, , true",
    "The port opens. Read more »|, The port opens. Read more »|, , false",
    "The port opens, The port opens, , false",
    "He can read more, He can read more, , false"
  })
  void signAndMarkerAreTakenOff(String snippet, String text, String marker, boolean isTruncated) {
    SnippetEnd.Cut cut = SnippetEnd.cut(snippet);
    assertEquals(text, cut.text());
    assertEquals(marker, cut.marker());
    assertEquals(isTruncated, cut.isTruncated());
  }

  @ParameterizedTest
  @CsvSource({
    "Read more, true",
    "[Read more], true",
    "READ MORE »», true",
    "… read more, true",
    "Reading is more than fun, false",
    "'', false"
  })
  void aLineMayBeAMarkerAlone(String line, boolean isMarker) {
    assertEquals(isMarker, SnippetEnd.isMarker(line));
  }

  @ParameterizedTest
  @CsvSource({
    "Learn more about the ferry, true",
    "Mehr über die Fähre, true",
    "Learn to sail, false",
    "[Read more about it], true"
  })
  void aMarkerMayNameWhatItLeadsTo(String line, boolean leads) {
    assertEquals(leads, SnippetEnd.leadsOn(line));
  }

  @ParameterizedTest
  @CsvSource({"a ..., true", "a…, true", "a . . ., true", "a., false", "a.., false"})
  void aSignSaysThatATextGoesOn(String text, boolean isCut) {
    assertEquals(isCut, SnippetEnd.endsInSign(text));
  }
}
