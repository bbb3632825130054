package org.copydesk.compare;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamePartsTest {
  @TempDir Path folder;
  private Storage before;
  private Storage again;

  @BeforeEach
  void makeEqual() throws IOException {
    before = generation("before", "p", "l", "r", "s");
    again = generation("again", "p", "l", "r", "s");
  }

  private Storage generation(String name, String params, String ledger, String rows, String part)
      throws IOException {
    Storage generation = Storage.local(folder.resolve(name));
    generation.replaceText(
        "manifest.json",
        """
        {"params_hash":"%s","side_files":{"site_models":"m"},
         "digests":{"ledger":"%s","articles":"%s"},
         "files":[{"path":"articles/part-00000.parquet","sha256":"%s"},
                  {"path":"README.md","sha256":"of no part"}]}
        """
            .formatted(params, ledger, rows, part));
    return generation;
  }

  private Failure failure() {
    return assertThrows(Failure.class, () -> SameParts.check(before, again));
  }

  @Test
  void equalPartsAreTheSame() {
    assertDoesNotThrow(() -> SameParts.check(before, again));
  }

  @Test
  void aPartOfOtherBytesIsNamedAndWhetherItsRowsAreOthers() throws IOException {
    again = generation("again", "p", "l", "r", "other");
    assertEquals(Failure.ACCOUNTING, failure().exitCode());
    assertTrue(failure().getMessage().contains("articles/part-00000.parquet differs"));
    assertTrue(failure().getMessage().endsWith("the rows of articles are the same"));
    again = generation("again", "p", "l", "others", "other");
    assertTrue(failure().getMessage().endsWith("the rows of articles do, too"));
  }

  @Test
  void otherSettingsOrInputsProveNothing() throws IOException {
    again = generation("again", "others", "l", "r", "s");
    assertEquals(Failure.DATA, failure().exitCode());
    again = generation("again", "p", "others", "r", "s");
    assertEquals(Failure.DATA, failure().exitCode());
    assertTrue(failure().getMessage().contains("inputs"), failure().getMessage());
  }
}
