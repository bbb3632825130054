package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.StageTally;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dedup.Suppression;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.copies.CopyLanes;
import org.copydesk.pipeline.copies.SendArticle;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.sites.SiteCodec;
import org.copydesk.pipeline.suspects.FindSuspects;
import org.copydesk.pipeline.suspects.SuspectEntry;
import org.copydesk.pipeline.teasers.TeaserLanes;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.quality.QualityRules;
import org.copydesk.quality.Signal;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitOutTest {
  private static final String KEY = "ab" + "0".repeat(62);
  private static final ApplyRules.Removal BROKEN =
      new ApplyRules.Removal("brief", Signal.WORDS, 5.0, 3.0);

  @TempDir Path folder;

  /** Null where nothing is looked for. */
  private SideFile benchmark;

  private static ReadLanes lanes() {
    Buckets buckets = Buckets.forInput(List.of());
    return new ReadLanes(
        new Lane<>(
            "articles",
            new ArticleEntry.Codec(DuplicateSettings.DEFAULT.survivorOrder()),
            4,
            1 << 20),
        CopyLanes.of(buckets),
        TeaserLanes.of(buckets).spellings(),
        new Lane<>("ledger", new LedgerCodec(), 1, 1 << 20),
        new Lane<>("sites", new SiteCodec(), 1, 1 << 20),
        SuspectEntry.lane(DuplicateSettings.DEFAULT.survivorOrder()));
  }

  /** What went on, by the names of lanes and the bytes of records. */
  private static final class Packed implements UnitOut.Packers {
    private final List<String> sent = new ArrayList<>();

    @Override
    public <T> void frame(Lane<T> lane, T record, ByteWriter framed) {
      ByteWriter group = new ByteWriter();
      ByteWriter order = new ByteWriter();
      ByteWriter value = new ByteWriter();
      lane.codec().groupKey(record, group);
      lane.codec().orderKey(record, order);
      lane.codec().encode(record, value);
      framed.putVarLong(group.length()).putVarLong(order.length()).putVarLong(value.length());
      for (ByteWriter part : List.of(group, order, value)) {
        framed.putBytes(part.array(), 0, part.length());
      }
    }

    @Override
    public void sendFramed(Lane<?> lane, byte[] framed, int length, boolean isMinus) {
      sent.add(lane.name() + " " + ContentHash.of(framed, 0, length));
    }

    @Override
    public <T> void send(Lane<T> lane, T record) {
      ByteWriter framed = new ByteWriter();
      frame(lane, record, framed);
      sendFramed(lane, framed.array(), framed.length(), false);
    }
  }

  private UnitOut unit(Packed packed, PartSpool removed, UnitLog log, String... list)
      throws Exception {
    ReadLanes lanes = lanes();
    Storage work = Storage.local(folder.resolve("work"));
    return new UnitOut(
        lanes,
        null,
        new ApplyRules(Suppression.parse(List.of(list)), QualityRules.NONE),
        ClassifyTopics.open(SomeSettings.plain(), work, null),
        new SendArticle(lanes.articles(), lanes.copies(), DuplicateSettings.DEFAULT),
        FindSuspects.open(benchmark, work, lanes.suspects()),
        packed,
        work,
        100_005,
        removed,
        false,
        log);
  }

  private PartSpool removed() throws Exception {
    return new PartSpool(Storage.local(folder.resolve("work")), SomeSettings.plain(), 100_005);
  }

  /** Four articles: two of one wording on two sites, one that a rule takes out, one more. */
  private static void read(UnitOut unit) throws Exception {
    String story = "The council of Oakhaven met on Monday and put off the vote on the bridge.";
    article(unit, "elm.test", 1, story, null);
    article(unit, "oak.test", 2, story, null);
    article(unit, "elm.test", 3, "Three words only", BROKEN);
    article(unit, "ash.test", 4, story + " There is another story after all, it says.", null);
  }

  private static void article(
      UnitOut unit, String site, long record, String text, ApplyRules.Removal broken)
      throws Exception {
    Article article =
        new Article(
            "Bridge", null, List.of(), null, null, null, text, "https://" + site + "/1", site);
    ArticleWords words = ArticleWords.of(article.title(), article.text());
    unit.article(
        new ArticleRecord(
            ContentHash.of(text),
            "a.jsonl",
            record,
            null,
            null,
            null,
            article,
            null,
            null,
            10,
            null,
            null),
        words,
        broken);
  }

  @Test
  void aLogGivesWhatReadingGivesWhateverListItWasMadeAndIsReadWith() throws Exception {
    String[][] lists = {{}, {"elm.test"}, {"oak.test", "https://ash.test/1"}};
    for (String[] made : lists) {
      CacheStore store = CacheStore.of(Storage.local(folder.resolve(made.length + "")));
      try (PartSpool removed = removed();
          UnitLog log = new UnitLog(store)) {
        UnitOut unit = unit(new Packed(), removed, log, made);
        read(unit);
        unit.finish(List.of(), List.of(), null);
        log.commit(KEY);
      }
      for (String[] list : lists) {
        Packed live = new Packed();
        Packed again = new Packed();
        try (PartSpool first = removed();
            PartSpool second = removed()) {
          UnitOut read = unit(live, first, null, list);
          read(read);
          UnitOut replayed = unit(again, second, null, list);
          UnitLog.find(store, KEY).read(replayed);
          assertThat(again.sent, is(live.sent));
          assertThat(replayed.tallies(), is(read.tallies()));
          var expected = read.parts();
          var found = replayed.parts();
          assertThat(found.size(), is(expected.size()));
          assertThat(found.get(0).table(), is(Tables.REMOVED.name()));
          assertThat(found.get(0).digest(), is(expected.get(0).digest()));
        }
      }
    }
  }

  @Test
  void aBriefLogTellsOfAllButWhatWasSent() throws Exception {
    CacheStore store = CacheStore.of(Storage.local(folder.resolve("brief")));
    Storage work = Storage.local(folder.resolve("work"));
    work.createText("a-part", "rows");
    PartResult part =
        new PartResult(Tables.REJECTS.name(), 7, "a-part", 1, 4, ContentHash.of("rows"));
    StageTally tally = new StageTally("ReadDumps", 1, 2, 3, 4, 0, 0);
    try (PartSpool removed = removed();
        UnitLog log = new UnitLog(store)) {
      UnitOut unit = unit(new Packed(), removed, log);
      read(unit);
      unit.finish(List.of(part), List.of(tally), null);
      log.commit(KEY);
    }
    UnitLog.Kept kept = UnitLog.find(store, KEY);
    assertThat(kept.brief().hasNone(seen -> seen.broken() != null), is(false));
    assertThat(
        kept.brief().hasNone(seen -> seen.url() != null && seen.url().contains("none")), is(true));
    Packed briefly = new Packed();
    try (PartSpool first = removed();
        PartSpool second = removed()) {
      UnitOut whole = unit(new Packed(), first, null);
      UnitOut brief = unit(briefly, second, null);
      kept.read(whole);
      kept.brief().read(brief);
      assertThat(brief.tallies(), is(whole.tallies()));
      assertThat(brief.parts().get(0).digest(), is(part.digest()));
      assertThat(briefly.sent, is(List.of()));
    }
    store.remove(UnitCache.entries(KEY).get(1));
    assertThat("a log is both", UnitLog.find(store, KEY), is(nullValue()));
  }

  @Test
  void soItDoesWhereArticlesAreHeldBackForABenchmark() throws Exception {
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add(
        "b.jsonl",
        0,
        null,
        "The council of Oakhaven met on Monday and put off the vote on the bridge.");
    texts.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    texts.write(bytes);
    benchmark =
        SideFile.write(Storage.local(folder.resolve("work")), "benchmark", bytes.toByteArray());
    Packed packed = new Packed();
    try (PartSpool removed = removed()) {
      read(unit(packed, removed, null));
    }
    // What it holds back goes to nobody else, twice: what was found and the article.
    assertThat(
        packed.sent.stream().map(sent -> sent.split(" ")[0]).toList(),
        is(List.of("suspects", "suspects", "suspects", "suspects", "suspects", "suspects")));
    aLogGivesWhatReadingGivesWhateverListItWasMadeAndIsReadWith();
  }

  /** The set of ids seen is bounded: beyond it keys may come twice, but none is left out. */
  @Test
  void bandKeysOfArticlesAreSentAlsoWhereAUnitHasMoreThanAreRemembered() throws Exception {
    Packed packed = new Packed();
    try (PartSpool removed = removed()) {
      UnitOut unit = unit(packed, removed, null);
      int many = 70_000;
      for (int i = 0; i < many; i++) {
        unit.article(new UnitLog.Seen(new ContentHash(i, 1), null, null, 10, null));
        unit.sent(1, true, new byte[] {1}, 1);
      }
      assertThat(packed.sent.size(), is(many));
    }
  }
}
