package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.values.KV;
import org.copydesk.cache.CacheStore;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedElementsTest {
  private static final int WORKERS = 2;

  @TempDir Path folder;

  private BlockRoute route(String spill, String before) {
    Storage storage = Storage.local(folder);
    BucketMemory memory = new BucketMemory(new CacheStore(storage), before, storage, "now");
    return new BlockRoute(spill, storage, WORKERS, memory);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 7, 26, 300})
  void eachBucketOfANightIsWorkedOnInOneElementWithWhatWasSentToIt(int buckets) {
    SharedElements elements = new SharedElements(route("spill", "before"), buckets);
    Map<Integer, List<byte[]>> sent = new TreeMap<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      KV<Integer, byte[]> message =
          elements.message(bucket, ("to " + bucket).getBytes(StandardCharsets.UTF_8));
      sent.computeIfAbsent(message.getKey(), key -> new ArrayList<>()).add(message.getValue());
    }
    Map<Integer, String> got = new TreeMap<>();
    for (Map.Entry<Integer, List<byte[]>> element : sent.entrySet()) {
      for (int bucket : elements.bucketsOf(element.getKey())) {
        for (byte[] message : element.getValue()) {
          byte[] its = elements.sentTo(bucket, message);
          if (its != null) {
            String before = got.put(bucket, new String(its, StandardCharsets.UTF_8));
            assertThat(before, is(nullValue()));
          }
        }
      }
    }
    assertThat(got.size(), is(buckets));
    got.forEach((bucket, text) -> assertThat(text, is("to " + bucket)));
    assertThat(sent.size(), is(Math.min(buckets, route("spill", "before").shared())));
  }

  @Test
  void onlyANightInThisProcessShares() {
    assertThat(route("spill", "before").shared(), greaterThan(WORKERS));
    assertThat(route("spill", null).shared(), is(0));
    assertThat(route(null, "before").shared(), is(0));
    assertThat(route(null, "before").elements(300), is(300));
    assertThat(new BlockRoute("spill", Storage.local(folder), WORKERS).shared(), is(0));
  }
}
