package example;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation.Required;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.beam.PageArticle;
import org.copydesk.beam.ReadDumps;
import org.copydesk.beam.SegmentPages;

/** Writes a line for each article of some dumps: its words and its title. */
public final class ArticleTitles {
  public interface Options extends PipelineOptions {
    @Description("Globs, folders and files")
    @Required
    String getDumps();

    void setDumps(String dumps);

    @Description("Where the lines go")
    @Required
    String getTitles();

    void setTitles(String titles);
  }

  public static void main(String[] args) {
    Options options = PipelineOptionsFactory.fromArgs(args).withValidation().as(Options.class);
    Pipeline pipeline = Pipeline.create(options);
    ReadDumps.Dumps dumps = pipeline.apply(ReadDumps.from(options.getDumps()));
    SegmentPages.Segments found = dumps.pages().apply(SegmentPages.create());
    found.articles()
        .apply("Title", MapElements.into(TypeDescriptors.strings()).via(ArticleTitles::line))
        .apply("Write titles", TextIO.write().to(options.getTitles()).withoutSharding());
    pipeline.run().waitUntilFinish();
  }

  private static String line(PageArticle article) {
    return article.wordCount() + " " + article.article().title();
  }
}
