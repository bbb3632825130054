package org.copydesk.segment.fields;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
  @ParameterizedTest
  @CsvSource({
    "'HEADLINE: Crane falls', TITLE, Crane falls", "'Titre : Une grue', TITLE, Une grue",
    "BYLINE:Ana Roe, BYLINE, Ana Roe", "'DATE： 5 March', DATE, 5 March",
    "'Markdown Content:', READER, ''", "LENGTH: 412 words, ARCHIVE, 412 words",
    "'Length: 2h 10m', OTHER, 2h 10m", "Distributed by: Wire, PROVIDER, Wire"
  })
  void aKnownNameBeforeAColonIsAField(String line, FieldNames.Kind kind, String value) {
    FieldNames.Field field = FieldNames.read(line);
    assertEquals(kind, field.kind());
    assertEquals(value, field.value());
    assertEquals(value, line.strip().substring(field.valueStart()));
    assertFalse(field.isBare());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "He said: nothing",
        "title://x",
        "10:15",
        ": x",
        "A name that is far too long to be a field of any archive: x",
        "Headline"
      })
  void otherLinesAreNone(String line) {
    assertNull(FieldNames.read(line));
  }

  @Test
  void aTagOfCapitalsIsAFieldBeforeAWideGapOnly() {
    FieldNames.Field title = FieldNames.readTag("HD   Crane falls");
    assertEquals(FieldNames.Kind.TITLE, title.kind());
    assertEquals("Crane falls", title.value());
    assertNull(FieldNames.readTag("HD Crane falls"));
    assertNull(FieldNames.readTag("QQ   Crane falls"));
    assertNull(FieldNames.readTag("headline"));
    assertTrue(FieldNames.readTag("HD").isBare());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "End of Document",
        " END  OF DOCUMENT \r\n",
        "\u007FEnd of\u00AD Document",
        "Slut på dokumentet",
        "конец документа"
      })
  void noEndOfADocumentIsPassedOver(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    assertTrue(FieldNames.endsDocument(line.trim()));
    assertTrue(FieldNames.mayEndDocument(bytes, 0, bytes.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "Read more", "Even", "Every word of what the desk has sent"})
  void mostLinesAreTellableFromThatByTheirBytes(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    assertFalse(FieldNames.mayEndDocument(bytes, 0, bytes.length));
  }

  @Test
  void aLineIsDecodedOnlyWhereAColonStandsNearItsBeginning() {
    assertTrue(mayBe("Headline: x"));
    assertTrue(mayBe("日期：x"));
    assertFalse(mayBe(": x"));
    assertFalse(mayBe("no colon at all"));
    assertFalse(mayBe("w".repeat(200) + ": x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HEADLINE: Crane falls", "DATE： 5 March", "Full text", "Texte intégral", "- body"})
  void aLineThatMayBeAFieldIsDecoded(String line) {
    assertTrue(FieldNames.mayBeField(unit(line), scanner(line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Crane falls", "The crane fell on Monday, a witness said to us all"})
  void aLineThatCanBeNoneIsNotDecoded(String line) {
    assertNull(FieldNames.read(line));
    assertFalse(FieldNames.mayBeField(unit(line), scanner(line)));
  }

  private static UnitScanner scanner(String line) {
    return new UnitScanner(line.getBytes(UTF_8), Markers.LISTED);
  }

  private static Unit unit(String line) {
    return scanner(line).scan(0, line.getBytes(UTF_8).length);
  }

  private static boolean mayBe(String line) {
    byte[] b = line.getBytes(UTF_8);
    return FieldNames.mayBeField(b, 0, b.length);
  }

  @Test
  void someStandBelowTheText() {
    assertTrue(FieldNames.isBelowText("LOAD-DATE: March 5"));
    assertFalse(FieldNames.isBelowText("HEADLINE: Crane falls"));
    assertFalse(FieldNames.isBelowText("the load-date of it"));
  }
}
