package org.copydesk.html;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/**
 * Takes out of an article's body what a model finds unlike body: notes, asks and lists between and
 * behind its paragraphs. The likeliest run of kept and dropped blocks is chosen (Viterbi over two
 * states), so that what stands alone among others needs more evidence.
 *
 * <p>The bounds were chosen on WCXB's half to develop on, the model without the page, and on the
 * same half of three sets it never learns from; {@code docs/decisions/10-blocks.md} has the
 * figures.
 */
final class LearnedBody {
  /** Log-odds of body below which a block by itself is dropped: a probability of .7. */
  private static final double LEAST_ODDS = .847;

  /**
   * The same of running text without a link, .4: a paragraph lost costs a reader more than one too
   * many.
   */
  private static final double LEAST_ODDS_OF_PROSE = -.405;

  private static final int FEWEST_WORDS_OF_SENTENCE = 4;

  /** What going over from kept to dropped or back costs, in the same unit. */
  private static final double SWITCH = 1;

  /** Share of the body's words; a page from which so much would go is not like those learned. */
  private static final double MOST_DROPPED = .6;

  private static final double MOST_ODDS = 4;

  static final String RULE = "unlike-body";

  private final PageBlocks page;
  private final BlockModel model;
  private final StatedBody stated;

  LearnedBody(PageBlocks page, BlockModel model, StatedBody stated) {
    this.page = page;
    this.model = model;
    this.stated = stated;
  }

  /**
   * A block that the rules took for body.
   *
   * @param mayGo whether it may be dropped
   * @param isProse whether it takes more to drop it
   */
  record Candidate(TextBlock block, int[] traits, boolean mayGo, boolean isProse) {}

  /** All blocks of the body, in order. */
  static List<Candidate> candidates(PageBlocks page, StatedBody stated) {
    BlockTraits traits = new BlockTraits(page);
    List<Candidate> body = new ArrayList<>();
    boolean isBehindLead = false;
    for (int i = 0; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      if (block.label != Label.BODY) {
        continue;
      }
      // Truths differ in whether a lead is text, so nothing is learned of leads.
      boolean mayGo = isBehindLead && !isShape(block) && !stated.holds(block);
      boolean isProse = block.linkChars == 0 && isProse(block);
      body.add(new Candidate(block, traits.of(i), mayGo, isProse));
      isBehindLead |= traits.isOfCommonMake(block);
    }
    return body;
  }

  /**
   * What the model thinks of the body.
   *
   * @param odds mean of the log-odds of what stays, by its words, each at most 4
   * @param droppedShare share of the words that went
   */
  record Likeness(double odds, double droppedShare) {}

  /** Labels what is dropped as boilerplate. */
  Likeness label() {
    List<Candidate> body = candidates(page, stated);
    List<Double> odds = new ArrayList<>();
    double[] ofBody = new double[body.size()];
    int all = 0;
    for (int i = 0; i < ofBody.length; i++) {
      Candidate one = body.get(i);
      double least = one.isProse() ? LEAST_ODDS_OF_PROSE : LEAST_ODDS;
      double own = model.logOdds(one.traits());
      ofBody[i] = StrictMath.max(-MOST_ODDS, StrictMath.min(MOST_ODDS, own));
      odds.add(one.mayGo() ? own - least : Double.POSITIVE_INFINITY);
      all += one.block().words;
    }
    boolean[] isDropped = dropped(odds);
    // A heading goes with what it heads.
    for (int i = isDropped.length - 2; i >= 0; i--) {
      isDropped[i] &= !body.get(i).block().isHeading() || isDropped[i + 1];
    }
    int words = 0;
    for (int i = 0; i < isDropped.length; i++) {
      words += isDropped[i] ? body.get(i).block().words : 0;
    }
    for (int i = 0; i < isDropped.length && words < MOST_DROPPED * all; i++) {
      if (isDropped[i]) {
        body.get(i).block().label(Label.BOILERPLATE, RULE);
      }
    }
    double sum = 0;
    double weight = 0;
    double gone = 0;
    for (int i = 0; i < isDropped.length; i++) {
      int own = body.get(i).block().words;
      boolean stays = body.get(i).block().label == Label.BODY;
      gone += stays ? 0 : own;
      weight += stays ? own : 0;
      sum += stays ? own * ofBody[i] : 0;
    }
    return new Likeness(sum / Math.max(1, weight), gone / Math.max(1, gone + weight));
  }

  private static boolean isProse(TextBlock block) {
    boolean isSentence =
        block.words >= FEWEST_WORDS_OF_SENTENCE && block.endsSentence() && !block.isHeading();
    return isSentence || KindEvidence.isRunning(block);
  }

  /** Lines of tables and of code are like nothing else. */
  private static boolean isShape(TextBlock block) {
    return switch (block.box.tag()) {
      case "td", "tr", "th", "table", "pre" -> true;
      default -> false;
    };
  }

  /** The likeliest sequence; a block with infinite odds stays. */
  static boolean[] dropped(List<Double> odds) {
    int n = odds.size();
    boolean[][] cameFromDropped = new boolean[2][n];
    double kept = 0;
    double dropped = SWITCH;
    for (int i = 0; i < n; i++) {
      double one = odds.get(i);
      cameFromDropped[0][i] = dropped + SWITCH < kept;
      cameFromDropped[1][i] = dropped <= kept + SWITCH;
      double bestKept = Math.min(kept, dropped + SWITCH) + Math.max(0, -one);
      dropped = Math.min(dropped, kept + SWITCH) + Math.max(0, one);
      kept = bestKept;
    }
    boolean[] out = new boolean[n];
    boolean isDropped = dropped < kept;
    for (int i = n - 1; i >= 0; i--) {
      out[i] = isDropped;
      isDropped = cameFromDropped[isDropped ? 1 : 0][i];
    }
    return out;
  }
}
