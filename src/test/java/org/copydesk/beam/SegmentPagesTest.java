package org.copydesk.beam;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

class SegmentPagesTest {
  private static final String TEXT =
      """
      Crane falls into harbour

      By Ann Miller

      HARBOUR TOWN - The harbour of the old town was closed on Monday after a crane fell into the
      basin where two ferries lay, and the crews of both were brought ashore by the pilots.

      The crane had leaned since the morning, when the tide went out and the wind turned west, said
      the master of the port, who had asked for it to be taken down a year ago.

      MORE NEWS

      Council votes on bridge
      The council votes on Tuesday on the bridge over the river and on next year's budget, which ...
      Read more »

      Museum opens new wing
      Visitors may see the ships of the old fleet from Saturday on, in a hall that was built for ...
      Read more »
      """;

  private static PCollection<Page> pages(Pipeline pipeline) {
    PCollection<Page> pages =
        pipeline
            .apply(Create.of("a.txt", "b.txt"))
            .apply(
                MapElements.into(TypeDescriptor.of(Page.class))
                    .via(
                        name ->
                            Page.text(
                                name,
                                0,
                                (name.equals("a.txt") ? TEXT : "\n")
                                    .getBytes(StandardCharsets.UTF_8))));
    return RecordSchema.of(Page.class).on(pages);
  }

  @Test
  void aPageGivesItsArticleItsTeasersOrAReason() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    SegmentPages.Segments found = pages(pipeline).apply(SegmentPages.create().withLanguages(false));
    PAssert.that(
            found
                .articles()
                .apply(
                    "Titles",
                    MapElements.into(TypeDescriptors.strings())
                        .via(article -> article.sourceFile() + " " + article.article().title())))
        .containsInAnyOrder("a.txt Crane falls into harbour");
    PAssert.that(
            found
                .teasers()
                .apply(
                    "Teasers",
                    MapElements.into(TypeDescriptors.strings()).via(seen -> seen.teaser().title())))
        .containsInAnyOrder("Council votes on bridge", "Museum opens new wing");
    PAssert.that(
            found
                .rejected()
                .apply(
                    "Rejects",
                    MapElements.into(TypeDescriptors.strings())
                        .via(rejected -> rejected.sourceFile())))
        .containsInAnyOrder(List.of("b.txt"));
    pipeline.run().waitUntilFinish();
  }
}
