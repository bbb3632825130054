package org.copydesk.pipeline.sites;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class SiteSamplerTest {
  @Test
  void theMoreFilesThereAreTheFewerPagesOfEachAreRead() {
    assertThat(SiteSampler.filePages(1, 1), is(SiteSampler.FILE_PAGES));
    assertThat(SiteSampler.filePages(10, 12), is(SiteSampler.READ_PAGES / 120));
    assertThat(SiteSampler.filePages(100, 100), is(SiteSampler.LEAST_FILE_PAGES));
  }
}
