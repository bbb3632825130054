package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say, as a person at a terminal reads it. */
class MessagesTest {
  private static final String ESC = "\u001b";
  private static final String NASTY = ESC + "[31m" + ESC + "]0;owned\u0007\u202Etxt";

  @TempDir Path folder;

  private String out() {
    return "-o=" + folder.resolve("out");
  }

  /** Fails where a terminal could be steered or a reader of Java is needed. */
  private static String plain(String said) {
    assertThat(said, not(containsString(ESC)));
    assertThat(said, not(containsString("\u0007")));
    assertThat(said, not(containsString("\u202E")));
    assertThat(said, not(containsString("please report")));
    assertThat(said, not(containsString("Exception")));
    assertThat(said, not(containsString("java.")));
    assertThat(said, not(containsString("\tat ")));
    return said;
  }

  private String failed(String... arguments) {
    return plain(Printed.by(2, arguments));
  }

  @Test
  void filesThatAreRejectedAreNamedWithTheirReasonInASmallBuild() throws IOException {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Corpus.copyTree(Path.of("testdata/dumps/gulf-meridian"), dumps.resolve("sound"));
    for (int i = 0; i < 7; i++) {
      Files.write(dumps.resolve("bad-" + i + ".txt"), new byte[] {0, 1, 2, 0, 3, 0, (byte) i, 0});
    }
    Files.write(dumps.resolve("bad-0" + NASTY + ".txt"), new byte[] {0, 1, 2, 0});
    Files.write(dumps.resolve("bad-1.jsonl.gz"), "no gzip at all".getBytes(StandardCharsets.UTF_8));
    String said = plain(Printed.by(0, "build", dumps.toString(), out()));
    assertThat(
        said,
        stringContainsInOrder(
            "rejected   bad-0?[31m?]0;owned??txt.txt: not_text",
            "rejected   bad-0.txt: not_text",
            "rejected   bad-1.jsonl.gz: compression_misnamed",
            "rejected   and 4 more files"));
    Path lists = folder.resolve("out/current/report.html");
    assertThat(Files.readString(lists), not(containsString(ESC)));
  }

  @Test
  void aBuildThatALimitEndsNamesTheFilesToo() throws IOException {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Corpus.copyTree(Path.of("testdata/dumps/gulf-meridian"), dumps.resolve("sound"));
    for (int i = 0; i < 100; i++) {
      Files.write(dumps.resolve("bad-" + i + ".txt"), new byte[] {0, 1, 2, 0, 3, 0, (byte) i, 0});
    }
    String said = plain(Printed.by(65, "build", dumps.toString(), out()));
    assertThat(
        said,
        allOf(
            containsString("rejected: bad-0.txt: not_text"),
            containsString("rejected: and 95 more files"),
            containsString("of files were rejected; the limit is 5.0 %")));
  }

  @Test
  void namesWithEscapesAreWrittenSafelyWhereverTheyStand() throws IOException {
    assertThat(failed("build", NASTY, out()), containsString("?[31m?]0;owned??txt"));
    assertThat(failed("build", "testdata/dumps", out(), "--" + NASTY), containsString("?[31m"));
    assertThat(
        failed("build", "testdata/dumps", out(), "--min-jaccard=" + NASTY),
        containsString("?[31m"));
    assertThat(failed("build", "-f", "x" + NASTY), containsString("no definition x?[31m"));
    assertThat(failed(NASTY), containsString("?[31m"));
    assertThat(
        failed("build", "testdata/dumps", out(), "--suppress=" + NASTY), containsString("?[31m"));
    assertThat(
        plain(Printed.by(1, "verify", folder.resolve("a" + NASTY).toString())),
        containsString("?[31m"));
    assertThat(
        plain(Printed.by(1, "path", folder.resolve("a" + NASTY).toString())),
        containsString("?[31m"));
    Path output = Files.createDirectories(folder.resolve("lost"));
    Files.writeString(output.resolve("CURRENT"), NASTY + "\n");
    String said = Printed.by(1, "verify", output.toString());
    assertThat(said, not(containsString(ESC)));
    // Two names that are written alike are one mistake whose message has both.
    Path twice = Files.createDirectories(folder.resolve("twice" + NASTY));
    Files.writeString(twice.resolve("a.txt"), "a");
    Path other = Files.createDirectories(folder.resolve("other" + NASTY));
    Files.writeString(other.resolve("a.txt"), "b");
    assertThat(
        failed("build", twice + "/a.txt", other + "/*.txt", twice + "/b.txt", out()),
        containsString("?[31m"));
  }

  @Test
  void globsThatAreNoneAndPathsThatAreNoneAreMistakesOfTheUser() throws IOException {
    assertThat(failed("build", "[", out()), containsString("no glob: [: a [ is not closed by ]"));
    assertThat(failed("build", "{a,{b}", out()), containsString("a { stands within another"));
    assertThat(failed("build", "x/{a,b", out()), containsString("a { is not closed by }"));
    assertThat(failed("build", "a\0b", out()), containsString("no path: a?b"));
    assertThat(failed("build", "testdata/dumps", "-o=a\0b"), containsString("no path: a?b"));
    assertThat(failed("build", "-f=a\0b", "x", out()), containsString("a?b"));
    assertThat(failed("explain", "a\0b"), containsString("no path: a?b"));
    Path definition = folder.resolve("nul.yaml");
    Files.writeString(definition, "spans: true\noutput: \"a\\0b\"\n");
    assertThat(
        failed("build", "-f", definition.toString(), "testdata/dumps"), containsString("a?b"));
  }

  @Test
  void anInputThatGivesNothingIsToldWithThePlaceThatWasLookedAt() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(
        failed("build", empty.toString(), out()),
        containsString(empty + " is a folder without files"));
    assertThat(
        failed("build", "no/such", out()),
        containsString("no file or folder no/such (" + Path.of("no/such").toAbsolutePath() + ")"));
    Path file = Files.writeString(folder.resolve("a.txt"), "words\n");
    assertThat(
        failed("build", file + "/x", out()), containsString("no file or folder " + file + "/x"));
    assertThat(
        failed("build", "testdata/*.nothing", out()),
        containsString("looked for below " + Path.of("testdata").toAbsolutePath()));
    assertThat(
        failed("build", "https://news.example/1.html", out()),
        containsString("https is not read; download it first"));
    assertThat(
        failed("build", "ftp://news.example/1.html", out()),
        containsString("no file system is known for ftp"));
    assertThat(failed("build", "testdata/dumps", "-o=ftp://x/y"), containsString("known for ftp"));
    Path list = folder.resolve("inputs.txt");
    Files.write(
        list, List.of("# the archive", "", "testdata/dumps/gulf-meridian", "no/such/folder"));
    assertThat(
        failed("build", "--input-list=" + list, out()),
        containsString(list + ": line 4: no file or folder no/such/folder"));
    Files.write(list, List.of("# the archive", "  # by hand", "testdata/dumps/gulf-meridian"));
    assertThat(Printed.by(0, "build", "--input-list=" + list, out()), containsString("read  "));
  }

  @Test
  void filesThatAreNotThereAreNamedWithoutNamesOfJava() throws IOException {
    Path none = folder.resolve("none");
    for (String flag : List.of("--topic-model=", "--rules=", "--suppress=", "--input-list=")) {
      assertThat(
          failed("build", "testdata/dumps", out(), flag + none), containsString(none.toString()));
    }
    for (String flag : List.of("--topic-model=", "--rules=", "--suppress=")) {
      assertThat(
          flag + " of a folder",
          failed("build", "testdata/dumps", out(), flag + folder),
          containsString("copydesk: "));
    }
    assertThat(
        plain(Printed.by(1, "evaluate", "topics", "--gold=" + none)),
        containsString("no such file: " + none));
  }

  @Test
  void aValueOfTheWrongKindInADefinitionIsToldWithFileAndLine() throws IOException {
    Path definition = folder.resolve("d.yaml");
    Files.writeString(definition, "input: testdata/dumps\n\nmin-jaccard: high\n");
    assertThat(
        failed("build", "-f", definition.toString(), out()),
        containsString(definition + ": line 3: --min-jaccard: high is not a number"));
    Files.writeString(definition, "input: testdata/dumps\nspans: perhaps\n");
    assertThat(
        failed("build", "-f", definition.toString(), out()),
        containsString(definition + ": line 2: --spans: perhaps is not true or false"));
    Files.writeString(definition, "keep-generations: 2.5\ninput: testdata/dumps\n");
    assertThat(
        failed("build", "-f", definition.toString(), out()),
        containsString(definition + ": line 1: --keep-generations: 2.5 is not a whole number"));
    assertThat(
        failed("build", "testdata/dumps", out(), "--min-jaccard=high"),
        containsString("copydesk: --min-jaccard: high is not a number"));
    // The flag beats the file, and then it is the flag's mistake.
    assertThat(
        failed("build", "-f", definition.toString(), out(), "--keep-generations=x"),
        not(containsString("line 1")));
  }

  @Test
  void rulesAndRecipesAreToldLikeDefinitions() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    for (String bad :
        List.of(
            "rules: {a: b}\n",
            "rules:\n  - {name: a, signal: words, op: \"<\", value: many}\n",
            "rules:\n  - {name: a, signal: words, op: \"<\", values: 3}\n",
            "rules:\n  - {name: a, name: b, signal: words, op: \"<\", value: 3}\n",
            "",
            "rules: [",
            "rules: " + "[".repeat(50_000))) {
      Files.writeString(rules, bad);
      assertThat(
          failed("build", "testdata/dumps", out(), "--rules=" + rules),
          containsString(rules.toString()));
      Files.writeString(rules, bad.replace("rules:", "sources:"));
      assertThat(
          failed("train", "topics", "--recipe=" + rules, "--model=" + folder.resolve("m")),
          containsString(bad.contains("value: many") ? "source" : rules.toString()));
    }
  }

  private static String labelled(String title, String topic) {
    return "{\"title\":\"" + title + "\",\"text\":\"\",\"topics\":[\"" + topic + "\"]}";
  }

  @Test
  void tooLittleToTrainATopicModelIsSaidAndNoModelIsWritten() throws IOException {
    Path texts = folder.resolve("six.jsonl");
    List<String> six =
        List.of(
            labelled("the match was won late", "sport"),
            labelled("a cup for the home team", "sport"),
            labelled("shares rise at the close", "money"),
            labelled("oil falls to a low", "money"),
            labelled("a bond is sold again", "money"),
            labelled("a new coach is named", "sport"));
    List<String> repeated = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      repeated.addAll(six);
    }
    Files.write(texts, repeated);
    Path model = folder.resolve("model");
    String[] train = {"train", "topics", "--input=" + texts, "--model=" + model};
    String said = failed(train);
    assertThat(said, containsString("6 labelled texts (30 repeats dropped)"));
    assertThat(said, containsString("too little to train"));
    assertThat(Files.exists(model), is(false));
    Files.write(texts, six.subList(0, 2));
    assertThat(failed(train), containsString("all to train on of one class"));
    Files.write(texts, List.of(""));
    assertThat(failed(train), containsString("has no labelled texts"));
    assertThat(Files.exists(model), is(false));
  }

  @Test
  void labelsThatTheModelDoesNotKnowAreNamedAndNothingIsMeasured() throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    Files.write(
        gold, List.of(labelled("the match was won late", "sport"), labelled("a bond", "money")));
    Path json = folder.resolve("figures.json");
    String[] evaluate = {"evaluate", "topics", "--gold=" + gold, "--json=" + json};
    assertThat(
        failed(evaluate),
        containsString(
            "2 texts, none whose first label is one of the model's; theirs are money, sport"));
    assertThat(Files.exists(json), is(false));
    Files.write(gold, List.of(""));
    assertThat(failed(evaluate), containsString("nothing to evaluate: no text in"));
    Files.write(
        gold,
        List.of(labelled("the match was won late", "sport"), labelled("a cup", "medtop:15000000")));
    assertThat(
        plain(Printed.by(0, evaluate)),
        containsString("1 left out: their first label is none of the model's"));
  }
}
