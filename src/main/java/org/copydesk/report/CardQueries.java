package org.copydesk.report;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.table.Table;

/** The queries a dataset card prints: one text for DuckDB and Spark, tables as views. */
final class CardQueries {
  /** What a query answers, and its text. */
  record Query(String question, String sql) {}

  private static final List<Query> ALL =
      List.of(
          new Query(
              "What the articles are about",
              """
              select topic_label, language, count(*) as articles, round(avg(word_count)) as words
              from articles
              group by topic_label, language
              order by articles desc, topic_label, language"""),
          new Query(
              "The newest articles",
              """
              select published_at, site, title
              from articles
              where published_at is not null
              order by published_at desc, id
              limit 20"""),
          new Query(
              "The most repeated teasers and the articles they announce",
              """
              select t.occurrences, t.sites, t.title, t.link_method, a.title as article
              from teasers t left join articles a on a.id = t.article_id
              order by t.occurrences desc, t.id
              limit 20"""),
          new Query(
              "The sites that show the most teasers",
              """
              select site, count(*) as seen, count(distinct teaser_id) as teasers
              from teaser_occurrences
              group by site
              order by seen desc, site
              limit 20"""),
          new Query(
              "What was removed, and why",
              """
              select reason, count(*) as articles, min(similarity) as least_similar
              from removed
              group by reason
              order by articles desc, reason"""),
          new Query(
              "Each copy beside the article that was kept",
              """
              select a.title, a.cluster_size, r.title as copy, r.reason, r.measure, r.similarity
              from removed r join articles a on a.id = r.kept_id
              order by a.cluster_size desc, a.id, r.source_file, r.source_record
              limit 20"""),
          new Query(
              "Who had a story first, and who ran it",
              """
              select s.origin_site, s.origin_evidence, s.outlets, s.first_seen, s.last_seen, a.title
              from stories s join articles a on a.story_id = s.id and a.copy_kind is null
              order by s.copies desc, s.id, a.id
              limit 20"""),
          new Query(
              "How a story changed",
              """
              select v.story_id, v.n, v.seen_at, v.modified_at, v.relation, v.added, v.removed, v.url
              from versions v
              order by v.story_id, v.chain, v.n
              limit 20"""),
          new Query(
              "Which front page announced it when, and where on the page",
              """
              select t.title, o.site, o.url, min(o.seen_at) as from_when, max(o.seen_at) as until_when,
                min(o.list) as first_list, min(o.position) as best_position
              from teaser_occurrences o join teasers t on t.id = o.teaser_id
              where o.front
              group by t.title, o.site, o.url
              order by from_when, o.site, best_position, t.title
              limit 20"""),
          new Query(
              "Records skipped and rejected",
              """
              select outcome, reason, count(*) as records, min(source_file) as first_file
              from rejects
              group by outcome, reason
              order by records desc, outcome, reason"""),
          new Query(
              "Every record accounted for",
              """
              select sum(records) as records, sum(pages) as pages, sum(skipped) as skipped,
                sum(rejected) as rejected
              from ledger"""),
          new Query(
              "Articles with personal data, and how much of their text is letters",
              """
              select id, pii.email, pii.phone, quality.alphabetic_words
              from articles
              where pii.email + pii.phone + pii.ip + pii.card + pii.iban > 0
              order by id
              limit 20"""),
          new Query(
              "The largest sites",
              """
              select site, pages, articles, teasers
              from sites
              order by articles desc, site
              limit 20"""));

  private CardQueries() {}

  static List<Query> all() {
    return ALL;
  }

  /** Makes the tables views in DuckDB, when it runs in the generation's folder. */
  static String duckDbViews(List<Table<?>> tables) {
    List<String> lines = new ArrayList<>();
    for (Table<?> table : tables) {
      lines.add(
          "create view " + table.name() + " as select * from '" + table.name() + "/*.parquet';");
    }
    return String.join("\n", lines);
  }

  /** The same for Spark. */
  static String sparkViews(List<Table<?>> tables) {
    List<String> lines = new ArrayList<>();
    for (Table<?> table : tables) {
      lines.add(
          "create temporary view "
              + table.name()
              + " using parquet options (path '"
              + table.name()
              + "');");
    }
    return String.join("\n", lines);
  }
}
