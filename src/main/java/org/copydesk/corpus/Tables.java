package org.copydesk.corpus;

import java.util.List;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.LedgerRow;
import org.copydesk.row.OccurrenceRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RelationRow;
import org.copydesk.row.RemovedRow;
import org.copydesk.row.SiteRow;
import org.copydesk.row.SpanRow;
import org.copydesk.row.StoryRow;
import org.copydesk.row.TeaserRow;
import org.copydesk.row.VersionRow;
import org.copydesk.table.Table;

/** The tables of a generation. */
public final class Tables {
  /** Raised whenever a column is added or its meaning changes. */
  public static final int SCHEMA_VERSION = 8;

  public static final Table<ArticleRow> ARTICLES = Table.inOrder("articles", ArticleRow.class);

  public static final Table<TeaserRow> TEASERS = Table.inOrder("teasers", TeaserRow.class);

  public static final Table<OccurrenceRow> TEASER_OCCURRENCES =
      Table.inAnyOrder("teaser_occurrences", OccurrenceRow.class);

  public static final Table<RemovedRow> REMOVED = Table.inAnyOrder("removed", RemovedRow.class);

  public static final Table<RejectRow> REJECTS = Table.inAnyOrder("rejects", RejectRow.class);

  public static final Table<LedgerRow> LEDGER = Table.inAnyOrder("ledger", LedgerRow.class);

  public static final Table<SiteRow> SITES = Table.inAnyOrder("sites", SiteRow.class);

  public static final Table<RelationRow> RELATIONS = Table.inOrder("relations", RelationRow.class);

  public static final Table<StoryRow> STORIES = Table.inAnyOrder("stories", StoryRow.class);

  public static final Table<VersionRow> VERSIONS = Table.inAnyOrder("versions", VersionRow.class);

  public static final Table<SpanRow> SPANS = Table.inAnyOrder("spans", SpanRow.class);

  /** All tables, in the order the manifest lists them. */
  public static final List<Table<?>> ALL =
      List.of(
          ARTICLES,
          TEASERS,
          TEASER_OCCURRENCES,
          REMOVED,
          REJECTS,
          LEDGER,
          SITES,
          SPANS,
          RELATIONS,
          STORIES,
          VERSIONS);

  private Tables() {}

  /** The table of that name. */
  public static Table<?> named(String name) {
    for (Table<?> table : ALL) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table " + name);
  }
}
