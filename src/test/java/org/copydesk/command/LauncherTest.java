package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/copydesk}: which jar, which heap. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("bin/copydesk").toAbsolutePath();

  @TempDir Path folder;

  private Path java;
  private Path group;

  @BeforeEach
  void makeJava() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/sh")));
    java = script(folder.resolve("java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    group = Files.createDirectories(folder.resolve("cgroup"));
  }

  private static Path script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private String run(int exitCode, Path command, Map<String, String> more, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command.toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("COPYDESK_"));
    builder.environment().put("COPYDESK_JAVA", java.toString());
    builder.environment().put("COPYDESK_CGROUP", group.toString());
    builder.environment().putAll(more);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(), is(exitCode));
    return said;
  }

  private Path installed() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("opt/bin"));
    Files.createDirectories(folder.resolve("opt/lib"));
    Files.writeString(folder.resolve("opt/lib/copydesk.jar"), "");
    return script(bin.resolve("copydesk"), Files.readString(SCRIPT));
  }

  @Test
  void theHeapIsHalfOfWhatTheContainerMayUse() throws Exception {
    Files.writeString(group.resolve("memory.max"), Long.toString(2L << 30) + "\n");
    String said = run(0, installed(), Map.of(), "build", "a b", "-o", "c");
    assertThat(said, containsString("heap 1024m (half of the container's 2048 MB"));
    assertThat(said, containsString("<-Xmx1024m><-jar><" + folder.toRealPath() + "/opt/lib/"));
    assertThat(said, containsString("<build><a b><-o><c>"));
  }

  @Test
  void aSmallContainerHasTheLeastThatBuildsAreTestedWith() throws Exception {
    Files.writeString(group.resolve("memory.max"), Long.toString(600L << 20));
    assertThat(run(0, installed(), Map.of(), "build"), containsString("<-Xmx512m>"));
  }

  @Test
  void withoutABoundItIsTheMachinesAndAtMostEightGigabytes() throws Exception {
    Files.writeString(group.resolve("memory.max"), "max\n");
    String said = run(0, installed(), Map.of(), "build");
    assertThat(said, containsString("the machine's"));
    int heap = Integer.parseInt(said.replaceAll("(?s).*<-Xmx(\\d+)m>.*", "$1"));
    assertThat(heap <= 8192 && heap >= 512, is(true));
  }

  @Test
  void theUserHasTheLastWordOnHeapAndJar() throws Exception {
    Path jar = Files.writeString(folder.resolve("other.jar"), "");
    Map<String, String> said = new TreeMap<>();
    said.put("COPYDESK_HEAP", "3g");
    said.put("COPYDESK_JAR", jar.toString());
    said.put("COPYDESK_JAVA_OPTS", "-Da=b -Dc=d");
    String printed = run(0, installed(), said, "path", "x");
    assertThat(printed, startsWith("<-Xmx3g>"));
    assertThat(printed, endsWith("<-Da=b><-Dc=d><-jar><" + jar + "><path><x>"));
  }

  @Test
  void whatRunsNoPipelineGetsTheFlagsOfASecondJvmAtOnce() throws Exception {
    Path command = installed();
    assertThat(run(0, command, Map.of(), "path", "x"), containsString("<-Dfile.encoding=UTF-8>"));
    assertThat(run(0, command, Map.of(), "verify", "x"), not(containsString("TieredStopAtLevel")));
    assertThat(run(0, command, Map.of(), "build", "x"), not(containsString("<-D")));
  }

  @Test
  void theArchiveOfClassesBesideTheJarIsUsedWhateverItsFolderIsCalled() throws Exception {
    Path jar = Files.createDirectories(folder.resolve("with space")).resolve("a b.jar");
    Files.writeString(jar, "");
    Map<String, String> named = Map.of("COPYDESK_JAR", jar.toString());
    assertThat(run(0, installed(), named, "path"), not(containsString("SharedArchiveFile")));
    Path archive = Files.writeString(folder.resolve("with space/a b.jsa"), "");
    assertThat(
        run(0, installed(), named, "path"),
        containsString("<-XX:SharedArchiveFile=" + archive + ">"));
  }

  @Test
  void aLinkToItFindsTheJarToo() throws Exception {
    Path link = folder.resolve("copydesk-link");
    Files.createSymbolicLink(link, installed());
    assertThat(run(0, link, Map.of(), "path"), containsString("opt/lib/copydesk.jar><path>"));
  }

  @Test
  void theJarIsBuiltWhereItIsMissingAndTheSourcesAreThere() throws Exception {
    Path home = Files.createDirectories(folder.resolve("checkout"));
    Files.createDirectories(home.resolve("bin"));
    Path command = script(home.resolve("bin/copydesk"), Files.readString(SCRIPT));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(
        home.resolve("Makefile"), "jar:\n\tmkdir -p target && : > target/copydesk.jar\n");
    String said = run(0, command, Map.of("COPYDESK_HEAP", "1g"), "path");
    assertThat(said, containsString("building "));
    assertThat(said, containsString("checkout/target/copydesk.jar><path>"));
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("alone/bin"));
    Path command = script(bin.resolve("copydesk"), Files.readString(SCRIPT));
    assertThat(run(1, command, Map.of(), "path"), containsString("COPYDESK_JAR"));
    assertThat(
        run(1, installed(), Map.of("COPYDESK_JAVA", "/no/java"), "path"),
        containsString("Java 17 or newer is needed"));
  }
}
