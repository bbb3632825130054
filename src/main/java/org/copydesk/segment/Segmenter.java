package org.copydesk.segment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.segment.fields.LabelledFields;
import org.copydesk.segment.fields.TeaserParts;
import org.copydesk.segment.fields.TeaserReader;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.LineMemory;
import org.copydesk.segment.lines.ListMarks;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.PageText;
import org.copydesk.segment.lines.Spans;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/**
 * Takes a page of plain text apart into its article, its teasers and labelled spans of every byte.
 *
 * <pre>
 * City council votes on tram line        title
 *                                        separator
 * By Ann Example                         byline
 * The council on Monday agreed …         body
 * Related                                heading
 * Harbour reopens                        teaser_title
 * The harbour was opened ... Read more   teaser_snippet
 * </pre>
 */
public final class Segmenter implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Version of the rules, for manifests: what they give is stored. */
  public static final int VERSION = 9;

  /** A wire brief with a dateline may be this short. */
  private static final int LEAST_WIRE_WORDS = 4;

  /** Among so many first lines of a page one that begins with a dateline opens the text. */
  private static final int LINES_OVER_WIRE_TEXT = 3;

  private final SegmentSettings settings;

  /** Null for the one that comes with the program. */
  private final transient LineModel given;

  /** Made when first needed, by each copy that is sent to a worker. */
  private transient volatile LineMemory memory;

  public Segmenter(SegmentSettings settings) {
    this(settings, null);
  }

  /**
   * @param model that labels the lines; null for the one that comes with the program. It stays
   *     behind where the segmenter is sent to a worker.
   */
  public Segmenter(SegmentSettings settings, LineModel model) {
    this.settings = settings;
    this.given = model;
  }

  private LineModel model() {
    return given == null ? LineModel.shipped() : given;
  }

  /**
   * Takes one page apart.
   *
   * @param page of kind {@link Page.Kind#TEXT} or {@link Page.Kind#BODY}
   * @param site what is known about its site; {@link SiteModel#NONE} when nothing
   */
  public Segmented segment(Page page, SiteModel site) {
    PageForm form = form(page);
    return form == null
        ? segmentPlain(page, site)
        : form.placed(segmentPlain(page.withPayload(page.kind(), form.plain()), site));
  }

  /**
   * A page's text without the links, headings and wide gaps of the dumper that wrote it: the lines
   * that are labelled. The same bytes where it has none.
   */
  public static byte[] plainText(byte[] page) {
    return PageForm.plain(page);
  }

  private static PageForm form(Page page) {
    return page.kind() == Page.Kind.TEXT ? PageForm.of(page.payload()) : null;
  }

  private Segmented segmentPlain(Page page, SiteModel site) {
    UnitScanner scanner = new UnitScanner(page.payload(), site.markerSet(), memory());
    return segment(page, site, scanner, lines(page, scanner), UNHEARD);
  }

  /** Is told what the model was asked about and what came of it. */
  interface Listener {
    void labelled(UnitScanner scanner, List<Unit> units, LinePosteriors likely, State[] labels);

    /** Told once, where there is an article. */
    default void weighed(Article article, double[] signs) {}
  }

  private static final Listener UNHEARD = (scanner, units, likely, labels) -> {};

  /**
   * By the byte at which a line begins why the model gave it its label; a line it was not asked
   * about has none. Empty for what is no page of text.
   */
  TreeMap<Integer, LineReasons.Reason> reasons(Page page, SiteModel site) {
    TreeMap<Integer, LineReasons.Reason> reasons = new TreeMap<>();
    if (page.kind() != Page.Kind.TEXT) {
      return reasons;
    }
    PageForm form = form(page);
    Page plain = form == null ? page : page.withPayload(page.kind(), form.plain());
    Listener listener =
        (scanner, units, likely, labels) -> {
          int[][] rows = LabelledLines.rows(units, site, scanner, null);
          LineReasons.of(model(), likely, units, rows, labels)
              .forEach(
                  (start, reason) -> reasons.put(form == null ? start : form.place(start), reason));
        };
    UnitScanner scanner = new UnitScanner(plain.payload(), site.markerSet());
    segment(plain, site, scanner, lines(plain, scanner), listener);
    return reasons;
  }

  /**
   * A page taken apart.
   *
   * @param site what it was taken for
   */
  public record Reading(Segmented segmented, SiteModel site) {}

  /** Takes one page apart with what is known about its site, which its own lines may tell. */
  public Segmented segment(Page page, SiteModels sites) {
    return read(page, sites).segmented();
  }

  /** As {@link #segment(Page, SiteModels)}, with the site that was found. */
  public Reading read(Page page, SiteModels sites) {
    PageForm form = form(page);
    if (form == null) {
      return readPlain(page, sites);
    }
    Reading reading = readPlain(page.withPayload(page.kind(), form.plain()), sites);
    return new Reading(form.placed(reading.segmented()), reading.site());
  }

  private Reading readPlain(Page page, SiteModels sites) {
    SiteModel named = sites.byName(page);
    if (named != null) {
      return new Reading(segmentPlain(page, named), named);
    }
    UnitScanner scanner = new UnitScanner(page.payload(), Markers.LISTED, memory());
    List<Unit> units = lines(page, scanner);
    SiteModel site = sites.byLines(units);
    // Markers of its own may cut lines otherwise.
    boolean isReadAgain = page.kind() == Page.Kind.TEXT && site.markerSet() != Markers.LISTED;
    Segmented segmented =
        isReadAgain ? segmentPlain(page, site) : segment(page, site, scanner, units, UNHEARD);
    return new Reading(segmented, site);
  }

  private static List<Unit> lines(Page page, UnitScanner scanner) {
    UnitReader reader = new UnitReader(page.payload(), scanner);
    return page.kind() == Page.Kind.BODY ? reader.readParagraphs() : reader.read();
  }

  private LineMemory memory() {
    LineMemory known = memory;
    if (known == null) {
      known = new LineMemory();
      memory = known;
    }
    return known;
  }

  /**
   * The signs that tell how likely the fields of a page's article are right, by number of {@link
   * TextSigns}, and the article; null where there is none, or the model was not asked.
   */
  public WeighedArticle weighed(Page page, SiteModel site) {
    PageForm form = form(page);
    Page plain = form == null ? page : page.withPayload(page.kind(), form.plain());
    UnitScanner scanner = new UnitScanner(plain.payload(), site.markerSet());
    WeighedArticle[] weighed = new WeighedArticle[1];
    Listener listener =
        new Listener() {
          @Override
          public void labelled(
              UnitScanner lines, List<Unit> units, LinePosteriors likely, State[] labels) {}

          @Override
          public void weighed(Article article, double[] signs) {
            weighed[0] = new WeighedArticle(article, signs);
          }
        };
    segment(plain, site, scanner, lines(plain, scanner), listener);
    return weighed[0];
  }

  private Segmented segment(
      Page page, SiteModel site, UnitScanner scanner, List<Unit> read, Listener heard) {
    TextSigns.Labelled asked = new TextSigns.Labelled();
    Listener listener =
        new Listener() {
          @Override
          public void labelled(
              UnitScanner lines, List<Unit> units, LinePosteriors likely, State[] labels) {
            asked.take(units, likely, labels);
            heard.labelled(lines, units, likely, labels);
          }

          @Override
          public void weighed(Article article, double[] signs) {
            heard.weighed(article, signs);
          }
        };
    return segment(page, site, scanner, read, listener, asked);
  }

  private Segmented segment(
      Page page,
      SiteModel site,
      UnitScanner scanner,
      List<Unit> read,
      Listener listener,
      TextSigns.Labelled asked) {
    byte[] payload = page.payload();
    if (read.isEmpty()) {
      return new Segmented(
          null, Reason.EMPTY_PAGE, List.of(), new Spans(payload).upTo(payload.length));
    }
    if (page.kind() == Page.Kind.BODY) {
      State[] labels = new State[read.size()];
      Arrays.fill(labels, State.BODY);
      return assemble(page, site, read, labels, true, listener, asked);
    }
    LabelledFields fields = LabelledFields.read(read, scanner);
    if (fields == null) {
      State[] labels = label(page, site, scanner, read, listener);
      return assemble(page, site, read, labels, false, listener, asked);
    }
    Page titled = fields.title() == null ? page : page.withTitle(fields.title());
    State[] labels =
        fields.label(
            (units, known) ->
                label(titled, site, scanner, units, known, fields::mayBeTitle, listener));
    return assemble(page, site, fields.units(), labels, fields.givesBody(), listener, asked);
  }

  private State[] label(
      Page page, SiteModel site, UnitScanner scanner, List<Unit> units, Listener listener) {
    State[] known = new State[units.size()];
    return label(page, site, scanner, units, known, unit -> true, listener);
  }

  /**
   * Labels lines; one that names another article is a teaser, and the model is not asked.
   *
   * @param known labels of lines that are not asked for; null for the others
   */
  private State[] label(
      Page page,
      SiteModel site,
      UnitScanner scanner,
      List<Unit> units,
      State[] known,
      Predicate<Unit> mayBeTitle,
      Listener listener) {
    new LineEvidence(units, site, scanner).mark(page);
    PageText text = new PageText(page.payload());
    State[] labels = new State[units.size()];
    List<Unit> open = new ArrayList<>(units.size());
    List<State> given = new ArrayList<>(units.size());
    for (int i = 0; i < labels.length; i++) {
      Unit unit = units.get(i);
      boolean isCrossLink =
          known[i] == null && unit.isCrossLink && TeaserParts.ofCrossLink(text.of(unit)) != null;
      if (isCrossLink) {
        labels[i] = State.TEASER_TITLE;
      } else {
        open.add(unit);
        boolean opensText = i < LINES_OVER_WIRE_TEXT && unit.hasDateline && isUnknown(given);
        given.add(known[i] == null && opensText ? State.BODY : known[i]);
      }
    }
    State[] asked = given.toArray(State[]::new);
    LinePosteriors likely = LinePosteriors.of(model(), open, site, scanner, asked);
    State[] found = LineLabeller.label(model(), open, site, likely, mayBeTitle);
    listener.labelled(scanner, open, likely, found);
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == null ? found[next++] : labels[i];
    }
    TeaserReader.settle(units, labels);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = known[i] == null ? labels[i] : known[i];
    }
    return labels;
  }

  private static boolean isUnknown(List<State> given) {
    return given.stream().allMatch(state -> state == null);
  }

  /**
   * @param isBodyGiven whether the page says where its text is: then any text is an article
   */
  private Segmented assemble(
      Page page,
      SiteModel site,
      List<Unit> units,
      State[] labels,
      boolean isBodyGiven,
      Listener listener,
      TextSigns.Labelled asked) {
    byte[] payload = page.payload();
    PageText text = new PageText(payload);
    boolean isBodyKind = page.kind() == Page.Kind.BODY;
    int words = 0;
    boolean hasDateline = false;
    for (int i = 0; i < labels.length; i++) {
      words += labels[i] == State.BODY ? units.get(i).size() : 0;
      hasDateline |= labels[i] == State.BODY && units.get(i).hasDateline;
    }
    boolean hasArticle =
        isBodyGiven
            ? words > 0
            : words >= settings.leastArticleWords() || (hasDateline && words >= LEAST_WIRE_WORDS);
    List<Teaser> teasers = isBodyKind ? List.of() : new TeaserReader(units, text).read(labels);
    ArticleFields fields = new ArticleFields(page, site, text, new ListMarks(units, text));
    Spans spans = new Spans(payload);
    for (int i = 0; i < labels.length; i++) {
      Unit unit = units.get(i);
      Label label = labels[i].label;
      String rule = isBodyKind ? "body-given" : RuleName.of(units, i, labels[i]);
      if (!hasArticle && label.isOfArticle()) {
        label = Label.BOILERPLATE;
        rule = "no-article";
      }
      int dateline = hasArticle ? fields.take(unit, labels[i]) : 0;
      if (dateline > 0) {
        spans.add(unit.start, dateline, Label.DATELINE, "dateline-before-body");
        spans.add(dateline, unit.end, label, rule);
      } else {
        spans.add(unit, label, rule);
      }
    }
    int last = units.get(units.size() - 1).end;
    if (units.size() >= UnitReader.MOST_UNITS) {
      spans.add(last, payload.length, Label.BOILERPLATE, "over-line-bound");
    }
    List<Span> covered = spans.upTo(payload.length);
    if (!hasArticle) {
      Reason reason = teasers.isEmpty() ? Reason.NO_ARTICLE : Reason.TEASERS_ONLY;
      return new Segmented(null, reason, teasers, covered);
    }
    return new Segmented(fields.article(asked, listener), null, teasers, covered);
  }
}
