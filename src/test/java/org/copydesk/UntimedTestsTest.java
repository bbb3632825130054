package org.copydesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A test that asks how long something took fails on a busy machine: tests count work. */
@AnalyzeClasses(packages = "org.copydesk", importOptions = ImportOption.OnlyIncludeTests.class)
class UntimedTestsTest {
  /** They wait for other processes, or kill them at some time, and assert nothing of it. */
  private static final String WAITING =
      ".*\\.(cluster\\.[^.]*|faults\\.(KillTest|TemporaryFilesTest)|endtoend\\.TerminalTest)(\\$.*)?";

  @ArchTest
  static final ArchRule noTestReadsTheClock =
      noClasses()
          .that()
          .haveNameNotMatching(WAITING)
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                      "nanoTime|currentTimeMillis|assertTimeout|assertTimeoutPreemptively")));
}
