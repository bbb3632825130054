package org.copydesk.pipeline.sites;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.SiteRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteSitesTest {
  @TempDir Path folder;

  @Test
  void aSiteIsAddedUpAndOneOfWhichNoPageWasReadHasNoRow() throws Exception {
    Storage work = Storage.local(folder);
    List<SiteRow> rows =
        PartRows.of(
            Tables.SITES,
            WorkBucket.of(
                    new Lane<>("sites", new SiteCodec(), 1, 1 << 20),
                    new WriteSites(work, SomeSettings.plain()))
                .given(
                    new SiteTally("a.example", 2, 1, 5, null, "north", null),
                    new SiteTally("a.example", 0, 0, 0, "{}", null, null),
                    new SiteTally("a.example", 1, 1, 0, null, "north", null),
                    new SiteTally("b.example", 0, 0, 0, "{}", null, null))
                .work()
                .reports(),
            work);
    assertThat(rows, hasSize(1));
    assertThat(rows.get(0).pages(), is(3L));
    assertThat(rows.get(0).teasers(), is(5L));
    assertThat(rows.get(0).learned(), is("{}"));
  }
}
