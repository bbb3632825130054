package org.copydesk.pipeline.articles;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.ArticleHead;
import org.copydesk.dedup.CopyDecision;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.SurvivorOrder;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under an article's id where its row is written. */
public sealed interface ArticleEntry {
  /** Id of the article. */
  ContentHash id();

  /** The article is a copy of another. */
  record Fate(CopyDecision decision) implements ArticleEntry {
    @Override
    public ContentHash id() {
      return decision.id();
    }
  }

  /**
   * The article is kept and has copies.
   *
   * @param copies articles with one wording
   * @param verdict of the comparison
   */
  record Gained(ContentHash id, CopyGroup copies, Verdict verdict) implements ArticleEntry {}

  /**
   * The article tells a story that others tell, too.
   *
   * @param story id of the story
   */
  record InStory(ContentHash id, ContentHash story) implements ArticleEntry {}

  /**
   * The article itself.
   *
   * @param topics what it is about
   * @param unit number of the part of the unit in which it was read
   */
  record Body(ArticleRecord article, Topics topics, int unit) implements ArticleEntry {
    @Override
    public ContentHash id() {
      return article.id();
    }
  }

  /** Where an article stood, and what is known of it there. */
  static CopyPlace place(ArticleRecord record) {
    Article article = record.article();
    return new CopyPlace(
        record.sourceFile(),
        record.sourceRecord(),
        article.url(),
        article.site(),
        record.fetchedAt(),
        article.publishedAt(),
        article.details().modifiedAt(),
        article.provider());
  }

  /** The place of an article among its copies, and what is known of it there. */
  static ArticleHead head(ArticleRecord record) {
    int words = (int) Math.min(Integer.MAX_VALUE, record.wordCount());
    return new ArticleHead(
        record.id(),
        record.sourceFile(),
        record.sourceRecord(),
        record.article().site(),
        record.article().url(),
        record.article().publishedAt(),
        words,
        ArticleHead.isStub(record.article().text(), words));
  }

  /**
   * Entries grouped by id: what was decided first, then its story, what was gained, and the
   * articles, the one to be kept first.
   */
  final class Codec implements RecordCodec<ArticleEntry> {
    private static final long serialVersionUID = 1;
    private static final int FATE = 0;
    private static final int IN_STORY = 1;
    private static final int GAINED = 2;
    private static final int BODY = 3;

    private final ArticleCodec articles = new ArticleCodec();
    private final SurvivorOrder survivors;

    public Codec(SurvivorOrder survivors) {
      this.survivors = survivors;
    }

    @Override
    public void groupKey(ArticleEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(ArticleEntry entry, ByteWriter out) {
      if (entry instanceof Body body) {
        putOrder(BODY, survivors.key(head(body.article())), out);
      } else if (entry instanceof Gained gained) {
        putOrder(GAINED, gained.copies().order(), out);
      } else {
        out.putByte(entry instanceof Fate ? FATE : IN_STORY);
      }
    }

    private static void putOrder(int kind, byte[] order, ByteWriter out) {
      out.putByte(kind).putBytes(order, 0, order.length);
    }

    @Override
    public void encode(ArticleEntry entry, ByteWriter out) {
      if (entry instanceof Body body) {
        articles.encode(body.article(), out.putByte(BODY));
        articles.encode(body.topics(), out);
        out.putVarLong(body.unit());
      } else if (entry instanceof Gained gained) {
        KeyCodec.put(gained.id(), out.putByte(GAINED));
        KeyCodec.put(gained.copies(), out);
        putVerdict(gained.verdict(), out);
      } else if (entry instanceof Fate fate) {
        KeyCodec.put(fate.id(), out.putByte(FATE));
        KeyCodec.put(fate.decision().keptId(), out);
        putVerdict(fate.decision().verdict(), out);
      } else if (entry instanceof InStory member) {
        KeyCodec.put(member.id(), out.putByte(IN_STORY));
        KeyCodec.put(member.story(), out);
      }
    }

    @Override
    public ArticleEntry decode(ByteReader in) {
      return switch (in.getByte()) {
        case FATE -> new Fate(new CopyDecision(KeyCodec.id(in), KeyCodec.id(in), verdict(in)));
        case IN_STORY -> new InStory(KeyCodec.id(in), KeyCodec.id(in));
        case GAINED -> new Gained(KeyCodec.id(in), KeyCodec.copies(in), verdict(in));
        default -> new Body(articles.decode(in), articles.topics(in), in.getVarInt());
      };
    }

    private static void putVerdict(Verdict verdict, ByteWriter out) {
      out.putByte(verdict.kind().ordinal());
      out.putByte(verdict.measure() == null ? -1 : verdict.measure().ordinal());
      out.putDouble(verdict.similarity()).putDouble(verdict.threshold());
      out.putByte(verdict.rule().ordinal());
    }

    private static Verdict verdict(ByteReader in) {
      Kind kind = Kind.values()[in.getByte()];
      int measure = in.getByte();
      return new Verdict(
          kind,
          measure < 0 ? null : Measure.values()[measure],
          in.getDouble(),
          in.getDouble(),
          CopyRule.values()[in.getByte()]);
    }
  }
}
