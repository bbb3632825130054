package org.copydesk.dump.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputScopeTest {
  @ParameterizedTest
  @CsvSource({
    "2024-*/*.txt, /d/2024-01/a.txt, true",
    "2024-*/*.txt, /d/2024-01/b/a.txt, false",
    "2024-*/*.txt, /d/lost+found/a.txt, false",
    "**.gz, /d/a/b/c.gz, true",
    "'{a,b}/*', /d/b/x, true"
  })
  void aGlobMeansFiles(String pattern, String file, boolean isMeant) {
    assertEquals(isMeant, InputScope.of("/d", pattern).holds(file));
    assertEquals(isMeant, InputScope.of("/d/", pattern).holds(file));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-*/*.txt, /d/2024-01, true",
    "2024-*/*.txt, /d/lost+found, false",
    "2024-*/*.txt, /d/2024-01/deeper, false",
    "**/*.txt, /d/lost+found/deeper, true",
    "'a/{b,c}/*.txt', /d/a/x/y, true",
    "'a/{b,c}/*.txt', /d/z, false",
    "'*/**', /d/x/y/z, true"
  })
  void onlyFoldersThatMayHoldOneAreLookedInto(String pattern, String folder, boolean isReached) {
    assertEquals(isReached, InputScope.of("/d", pattern).reaches(folder));
  }

  @Test
  void everythingIsMeantWithoutAGlob() {
    assertTrue(InputScope.ALL.holds("/x"));
    assertTrue(InputScope.ALL.reaches("/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a[b; a [ is not closed by ]",
        "{a,{b}}; a { stands within another",
        "{a,b; a { is not closed by }",
        "[b-a]; a range or an escape is not whole"
      })
  void whatIsWrongWithAGlobIsSaid(String pattern, String fault) {
    assertThrows(PatternSyntaxException.class, () -> InputScope.of("/d", pattern));
    assertTrue(InputScope.fault(pattern).startsWith(fault), InputScope.fault(pattern));
  }
}
