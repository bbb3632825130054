package org.copydesk.pipeline.articles;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Confidence;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.PageType;
import org.copydesk.model.Rights;
import org.copydesk.model.Stated;
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualitySignals;
import org.copydesk.quality.Signal;
import org.copydesk.row.TopicRow;
import org.copydesk.text.ContentHash;

/** The bytes of an article, and of what it is about, on its way to the corpus. */
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
    putReal(record.languageConfidence(), out);
    out.putVarLong(record.wordCount());
    putSignals(record.quality(), out);
    putCounts(record.pii(), out);
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
        getReal(in),
        in.getVarLong(),
        getSignals(in),
        getCounts(in));
  }

  void encode(Topics topics, ByteWriter out) {
    out.putText(topics.topic()).putText(topics.label());
    putReal(topics.confidence(), out);
    out.putVarLong(topics.all() == null ? -1 : topics.all().size());
    if (topics.all() != null) {
      for (TopicRow each : topics.all()) {
        out.putText(each.code()).putText(each.label());
        putReal(each.confidence(), out);
      }
    }
  }

  Topics topics(ByteReader in) {
    String topic = in.getText();
    String label = in.getText();
    Double confidence = getReal(in);
    int count = in.getVarInt();
    if (count < 0) {
      return new Topics(topic, label, confidence, null);
    }
    List<TopicRow> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(new TopicRow(in.getText(), in.getText(), getReal(in)));
    }
    return new Topics(topic, label, confidence, all);
  }

  private static void putDetails(Article.Details details, ByteWriter out) {
    KeyCodec.put(details.modifiedAt(), out);
    KeyCodec.putName(details.publishedPrecision(), out);
    KeyCodec.putName(details.pageType(), out);
    putReal(details.pageTypeConfidence(), out);
    out.putBoolean(details.signatureRemoved());
    out.putText(details.markdown());
    putStated(details.stated(), out);
    out.putText(details.canonicalUrl()).putText(details.siteName());
    for (Confidence.Field field : Confidence.Field.values()) {
      putReal(details.confidence().of(field), out);
    }
  }

  private static void putStated(Stated stated, ByteWriter out) {
    out.putBoolean(!stated.equals(Stated.NOTHING));
    if (stated.equals(Stated.NOTHING)) {
      return;
    }
    out.putText(stated.section());
    putTexts(stated.keywords(), out);
    out.putText(stated.description()).putText(stated.image());
    putFlag(stated.isPaywalled(), out);
    out.putBoolean(stated.isTruncated());
    Rights rights = stated.rights();
    out.putText(rights.robots());
    putFlag(rights.tdmReservation(), out);
    out.putText(rights.tdmPolicy()).putText(rights.contentUsage()).putText(rights.licence());
    putTexts(rights.agentsDisallowed(), out);
  }

  private static Stated getStated(ByteReader in) {
    if (!in.getBoolean()) {
      return Stated.NOTHING;
    }
    return new Stated(
        in.getText(),
        getTexts(in),
        in.getText(),
        in.getText(),
        getFlag(in),
        in.getBoolean(),
        new Rights(
            in.getText(), getFlag(in), in.getText(), in.getText(), in.getText(), getTexts(in)));
  }

  private static void putTexts(List<String> texts, ByteWriter out) {
    out.putVarLong(texts.size());
    texts.forEach(out::putText);
  }

  private static List<String> getTexts(ByteReader in) {
    List<String> texts = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      texts.add(in.getText());
    }
    return texts;
  }

  private static void putFlag(Boolean flag, ByteWriter out) {
    out.putVarLong(flag == null ? 0 : flag ? 1 : 2);
  }

  private static Boolean getFlag(ByteReader in) {
    int flag = in.getVarInt();
    return flag == 0 ? null : (Boolean) (flag == 1);
  }

  private static Article.Details getDetails(ByteReader in) {
    return new Article.Details(
        KeyCodec.instant(in),
        KeyCodec.named(DatePrecision.class, in),
        KeyCodec.named(PageType.class, in),
        getReal(in),
        in.getBoolean(),
        in.getText(),
        getStated(in),
        in.getText(),
        in.getText(),
        new Confidence(getReal(in), getReal(in), getReal(in), getReal(in)));
  }

  private static void putSignals(QualitySignals signals, ByteWriter out) {
    out.putBoolean(signals != null);
    if (signals != null) {
      for (double value : signals.values()) {
        out.putDouble(value);
      }
    }
  }

  private static QualitySignals getSignals(ByteReader in) {
    if (!in.getBoolean()) {
      return null;
    }
    double[] values = new double[Signal.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getDouble();
    }
    return QualitySignals.of(values);
  }

  private static void putCounts(PersonalData.Counts counts, ByteWriter out) {
    out.putBoolean(counts != null);
    if (counts != null) {
      out.putVarLong(counts.email()).putVarLong(counts.phone()).putVarLong(counts.ip());
      out.putVarLong(counts.card()).putVarLong(counts.iban());
    }
  }

  private static PersonalData.Counts getCounts(ByteReader in) {
    return in.getBoolean()
        ? new PersonalData.Counts(
            in.getVarInt(), in.getVarInt(), in.getVarInt(), in.getVarInt(), in.getVarInt())
        : null;
  }

  private static void putReal(Double value, ByteWriter out) {
    out.putBoolean(value != null);
    if (value != null) {
      out.putDouble(value);
    }
  }

  private static Double getReal(ByteReader in) {
    return in.getBoolean() ? (Double) in.getDouble() : null;
  }
}
