package org.copydesk.beam;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline that README shows, compiled against what its users see and run on two pages. */
class ExamplePipelineTest {
  private static final Path SOURCE =
      Path.of("src/test/example/src/main/java/example/ArticleTitles.java");

  @TempDir Path folder;

  @Test
  void theExampleWritesALineForEachArticle() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                SOURCE.toString());
    assertThat(compiled, is(0));
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    for (String story : List.of("Crane falls", "Bridge opens")) {
      Files.writeString(
          dumps.resolve(story + ".jsonl"),
          "{\"title\":\""
              + story
              + "\",\"text\":\"The harbour of the old town was closed on Monday, said the master of"
              + " the port, who had asked for it a year ago.\\n\\nThe crews were brought ashore by"
              + " the pilots, who had seen it since the tide went out in the morning.\"}\n");
    }
    Path titles = folder.resolve("titles.txt");
    try (URLClassLoader example =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> main = example.loadClass("example.ArticleTitles");
      Thread.currentThread().setContextClassLoader(example);
      main.getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"--dumps=" + dumps, "--titles=" + titles});
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
    assertThat(
        Files.readAllLines(titles),
        containsInAnyOrder(endsWith(" Crane falls"), endsWith(" Bridge opens")));
  }
}
