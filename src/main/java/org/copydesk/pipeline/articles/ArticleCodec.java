package org.copydesk.pipeline.articles;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.PageType;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** The bytes of an article on its way to the corpus. */
final class ArticleCodec implements Serializable {
  private static final long serialVersionUID = 1;

  void encode(ArticleRecord record, ByteWriter out) {
    Article article = record.article();
    KeyCodec.put(record.id(), out);
    out.putText(record.sourceFile()).putVarLong(record.sourceRecord()).putText(record.sourceId());
    KeyCodec.put(record.fetchedAt(), out);
    out.putText(record.metadata());
    out.putText(article.title()).putText(article.byline());
    out.putVarLong(article.authors().size());
    article.authors().forEach(out::putText);
    out.putText(article.dateline());
    KeyCodec.put(article.publishedAt(), out);
    out.putText(article.provider()).putText(article.text());
    out.putText(article.url()).putText(article.site());
    putDetails(article.details(), out);
    out.putText(record.language());
    putValue(record.languageConfidence(), out);
    out.putVarLong(record.wordCount());
    putValues(record.quality(), out);
    putValues(record.pii(), out);
  }

  ArticleRecord decode(ByteReader in) {
    ContentHash id = KeyCodec.id(in);
    String sourceFile = in.getText();
    long sourceRecord = in.getVarLong();
    String sourceId = in.getText();
    Instant fetchedAt = KeyCodec.instant(in);
    String metadata = in.getText();
    String title = in.getText();
    String byline = in.getText();
    List<String> authors = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      authors.add(in.getText());
    }
    Article article =
        new Article(
            title,
            byline,
            authors,
            in.getText(),
            KeyCodec.instant(in),
            in.getText(),
            in.getText(),
            in.getText(),
            in.getText(),
            getDetails(in));
    return new ArticleRecord(
        id,
        sourceFile,
        sourceRecord,
        sourceId,
        fetchedAt,
        metadata,
        article,
        in.getText(),
        (Double) getValue(in),
        in.getVarLong(),
        getValues(in),
        getValues(in));
  }

  private static void putDetails(Article.Details details, ByteWriter out) {
    KeyCodec.put(details.modifiedAt(), out);
    out.putText(name(details.publishedPrecision())).putText(name(details.pageType()));
    putValue(details.pageTypeConfidence(), out);
    out.putBoolean(details.signatureRemoved());
    out.putText(details.markdown()).putText(details.canonicalUrl()).putText(details.siteName());
  }

  private static Article.Details getDetails(ByteReader in) {
    Instant modified = KeyCodec.instant(in);
    String precision = in.getText();
    String type = in.getText();
    return new Article.Details(
        modified,
        precision == null ? null : DatePrecision.valueOf(precision),
        type == null ? null : PageType.valueOf(type),
        (Double) getValue(in),
        in.getBoolean(),
        in.getText(),
        in.getText(),
        in.getText());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static void putValues(Object[] values, ByteWriter out) {
    out.putVarLong(values == null ? -1 : values.length);
    if (values != null) {
      for (Object value : values) {
        putValue(value, out);
      }
    }
  }

  private static Object[] getValues(ByteReader in) {
    int count = in.getVarInt();
    if (count < 0) {
      return null;
    }
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = getValue(in);
    }
    return values;
  }

  private static void putValue(Object value, ByteWriter out) {
    if (value == null) {
      out.putByte(0);
    } else if (value instanceof Long number) {
      out.putByte(1).putVarLong(number);
    } else if (value instanceof Double number) {
      out.putByte(2).putDouble(number);
    } else {
      throw new IllegalArgumentException("a signal is a Long or a Double: " + value.getClass());
    }
  }

  private static Object getValue(ByteReader in) {
    return switch (in.getByte()) {
      case 0 -> null;
      case 1 -> in.getVarLong();
      default -> in.getDouble();
    };
  }
}
