package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String CANARY = "cAnArY/7e5+00";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://AKIDX:%s@bucket/dumps",
        "https://host/a.gz?X-Amz-Signature=%s&part=1",
        "https://host/a.gz?part=1&access_token=%s",
        "https://host/a.gz?sig=%s",
        "AWS_SECRET_ACCESS_KEY=%s",
        "cannot open: Authorization: Bearer %s",
        "{\"awsSecretKey\": \"%s\", \"region\": \"eu\"}",
        "fs.azure.account.key.x: password=%s",
        "--awsCredentialsProvider={\"sessionToken\":\"%s\"}",
        "DefaultEndpointsProtocol=https;AccountKey=%s;EndpointSuffix=x",
        "Proxy-Authorization: Basic %s",
        "api-key: %s",
        "hdfs://user:%s@names:8020/corpus",
      })
  void noSecretIsLeft(String text) {
    assertThat(Secrets.mask(text.replace("%s", CANARY)), not(containsString(CANARY)));
  }

  @Test
  void whatIsNoSecretStays() {
    for (String text :
        List.of(
            "hdfs://names:8020/dumps/2026-11-24/*.warc.gz",
            "/data/press-secretary/tokens.txt",
            "41 files were rejected: not_text 1",
            "https://host/a?page=2&sort=date",
            "mail@example.org wrote 12:30")) {
      assertThat(Secrets.mask(text), is(text));
    }
    assertThat(
        Secrets.mask("s3://k:" + CANARY + "@bucket/a?token=" + CANARY + "&b=1"),
        is("s3://***@bucket/a?token=***&b=1"));
  }

  @Test
  void settingsAreMaskedByNameAndByValueAndTheirNumbersStay() {
    Map<String, Object> masked =
        Secrets.mask(
            Map.of(
                "input",
                List.of("s3://k:" + CANARY + "@b/x", "plain"),
                "s3-secret",
                CANARY,
                "max-rejected-files",
                5.0));
    assertThat(masked.toString(), not(containsString(CANARY)));
    assertThat(masked.get("max-rejected-files"), is(5.0));
    assertThat(masked.get("input"), is(List.of("s3://***@b/x", "plain")));
  }

  @Test
  void readsLongTextsOnce() {
    for (String pumped :
        List.of("a.", "secret", "://", "Authorization: ", "token=", "sig ", "-----BEGIN ")) {
      // A pattern that goes back at each character takes 10¹² steps here and does not end.
      String masked = Secrets.mask(pumped.repeat(1_000_000 / pumped.length()));
      assertThat(masked.isEmpty(), is(false));
    }
  }
}
