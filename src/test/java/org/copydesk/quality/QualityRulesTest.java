package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.copydesk.model.RemovalReason;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityRulesTest {
  private static final String BRIEF =
      "Two people were hurt when a bus left the road near Oakhaven on Sunday, police said.";
  private static final String SCORES =
      "Oakhaven 3 Northport 1\nLeeside 0 Harbour 0\nMillford 2 Eastgate 2\nFairview 1 Kings 4";
  private static final String TICKER =
      "10.05 The vote begins.\n10.12 The vote goes on.\n10.20 The vote goes on.\n10.31 It is over.";

  private static QualityRules read(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("pipelines/rules/" + name + ".yaml"))) {
      return QualityRules.read(in);
    }
  }

  private static Optional<QualityRules.Broken> broken(QualityRules rules, String text) {
    return rules.broken(
        new QualityMeter().measure(text, Tokens.of(Normaliser.normalise(text))), "en");
  }

  @Test
  void theRulesForNewsKeepWhatTheGeneralOnesThrowAway() throws IOException {
    for (String text : new String[] {BRIEF, SCORES, TICKER}) {
      assertThat(text, broken(read("news"), text).isPresent(), is(false));
      assertThat(text, broken(read("gopher"), text).isPresent(), is(true));
    }
  }

  @Test
  void aRemovalNamesItsRuleAndValue() throws IOException {
    QualityRules.Broken broken = broken(read("gopher"), BRIEF).orElseThrow();
    assertThat(broken.rule().name(), is("gopher_few_words"));
    assertThat(broken.claim().value(), is(50.0));
    assertThat(broken.value(), is(16.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gopher", "c4", "fineweb", "redpajama", "news"})
  void everyRuleSetCanBeRead(String name) throws IOException {
    assertThat(read(name).rules().size(), is(greaterThan(2)));
  }

  @Test
  void aRuleForOneLanguageLeavesOthersAlone() {
    QualityRule rule = new QualityRule("stop", Signal.STOP_WORDS, QualityRule.Op.BELOW, 2, "en");
    QualitySignals none = QualitySignals.of(new double[Signal.values().length]);
    assertThat(rule.removes(none, "en"), is(true));
    assertThat(rule.removes(none, "de"), is(false));
    assertThat(rule.removes(none, null), is(false));
  }

  private static final String JOINED =
      "{name: odd, any: [{all: [{signal: words, op: '<', value: 9}, {signal: lines, op: '>', value: 2}]},"
          + " {not: {signal: words, op: '>=', value: 3}}]}";

  @Test
  void claimsAreJoinedByAllAnyAndNot() throws IOException {
    QualityRules rules = QualityRules.one(JOINED);
    assertThat(broken(rules, "one two\nthree\nfour").orElseThrow().value(), is(4.0));
    assertThat(broken(rules, "one two three four").isPresent(), is(false));
    assertThat(broken(rules, "one two").orElseThrow().claim().op().sign(), is(">="));
    assertThat(broken(rules, "a b c d e f g h i\nj\nk").isPresent(), is(false));
  }

  @ParameterizedTest
  @EnumSource
  void aRuleHasNoNameOfOurs(RemovalReason reason) {
    String yaml = "rules: [{name: " + reason.stored() + ", signal: words, op: '<', value: 1}]";
    assertThrows(
        IllegalArgumentException.class,
        () -> QualityRules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: [{signal: wrds, op: '<', value: 1}]",
        "rules: [{signal: words, op: '!', value: 1}]",
        "rules: [{signal: words, op: '<'}]",
        "rules: [{name: a, signal: words, op: '<', value: 1}, {name: a, signal: lines, op: '>', value: 9}]",
        "rules: [{signal: words, op: '<', value: 1, colour: red}]",
        "rules: [{name: a, all: []}]",
        "rules: [{name: a, any: [{signal: words, op: '<'}]}]",
        "rules: [{name: a, signal: words, op: '<', value: 1, not: {signal: lines, op: '>', value: 1}}]",
        "rules: [{all: [{signal: words, op: '<', value: 1}]}]"
      })
  void aRuleThatIsNotOneIsRefused(String yaml) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                QualityRules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    assertThat(refused.getMessage(), containsString("quality rules: "));
  }
}
