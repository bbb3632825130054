package org.copydesk.html;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/** Reads the traits of a page's blocks, as they are labelled when it is made. */
final class BlockTraits {
  private static final int MOST_WORDS_OF_DATE = 12;
  private static final int FEW_LEFT = 60;
  private static final int FEW_LEFT_STEP = 15;

  /** Shares from which a step begins. */
  private static final double[] SHARES = {.05, .3, .8};

  private final List<TextBlock> blocks;

  /** Makes by box, and numbers of names and of makes. */
  private final Map<Box, Integer> makes = new IdentityHashMap<>();

  private final Map<Box, Integer> namesOf = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> runningOfMake = new HashMap<>();
  private final Map<Integer, Integer> runningAround = new HashMap<>();
  private final Map<Integer, Integer> blocksOfMake = new HashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final int[] bodyBefore;
  private final int[] pageBefore;
  private final int running;

  /** Of the boxes with most of the running text; negative where none runs. */
  private final int commonMake;

  BlockTraits(PageBlocks page) {
    blocks = page.blocks();
    bodyBefore = new int[blocks.size() + 1];
    pageBefore = new int[blocks.size() + 1];
    int all = 0;
    int common = -1;
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      boolean isBody = block.label == Label.BODY;
      int make = make(block.box);
      blocksOfMake.merge(make, 1, Integer::sum);
      texts.merge(block.text, 1, Integer::sum);
      bodyBefore[i + 1] = bodyBefore[i] + (isBody ? block.words : 0);
      pageBefore[i + 1] = pageBefore[i] + block.words;
      if (isBody && KindEvidence.isRunning(block)) {
        all += block.words;
        int words = runningOfMake.merge(make, block.words, Integer::sum);
        runningAround.merge(around(block), block.words, Integer::sum);
        common = common < 0 || words > runningOfMake.get(common) ? make : common;
      }
    }
    running = all;
    commonMake = common;
  }

  /** Words of the body. */
  int bodyWords() {
    return bodyBefore[blocks.size()];
  }

  /** Whether a block is running text in a box of the make that most of it stands in. */
  boolean isOfCommonMake(TextBlock block) {
    return KindEvidence.isRunning(block) && make(block.box) == commonMake;
  }

  /** Stands for tag and classes of a box and of the one around it. */
  private int make(Box box) {
    Integer known = makes.get(box);
    if (known == null) {
      long pair = (long) name(box) << 32 | (box.parent == null ? 0 : name(box.parent));
      known = numbers.computeIfAbsent(pair, one -> numbers.size() + 1);
      makes.put(box, known);
    }
    return known;
  }

  private int around(TextBlock block) {
    return block.box.parent == null ? 0 : make(block.box.parent);
  }

  private int name(Box box) {
    Integer known = namesOf.get(box);
    if (known == null) {
      String name = box.tag() + '.' + box.element.className();
      known = names.computeIfAbsent(name, one -> names.size() + 1);
      namesOf.put(box, known);
    }
    return known;
  }

  /** The slots of a block of the body, see {@link BlockTrait#slot}. */
  int[] of(int i) {
    Slots out = new Slots();
    TextBlock block = blocks.get(i);
    String text = block.text;
    int links = (int) (block.linkDensity() * 5);
    int words = step(block.words);
    out.put(BlockTrait.WORDS, words);
    out.put(BlockTrait.LINKS, links);
    out.put(BlockTrait.WORDS_AND_LINKS, Math.min(7, words) * 4 + (int) (block.linkDensity() * 3));
    out.put(BlockTrait.TAG, BlockTrait.tag(block.box.tag()));
    out.put(BlockTrait.FORM, form(block));
    out.put(BlockTrait.IS_SUBHEAD, block.isSubhead);
    out.put(BlockTrait.ENDS_WITH_LINK, block.endLink != null);
    out.put(BlockTrait.HAS_SEVERAL_LINKS, block.hasOtherLinks);
    out.put(BlockTrait.HAS_BUTTON, block.buttonChars > 0);
    out.put(BlockTrait.HAS_DIGIT, holdsDigit(text));
    out.put(BlockTrait.BEGINS_SMALL, Character.isLowerCase(text.codePointAt(0)));
    out.put(BlockTrait.IS_CAPITALS, isCapitals(text));
    out.put(BlockTrait.HAS_AT_SIGN, text.indexOf('@') >= 0);
    out.put(BlockTrait.ENDS_WITH_COLON, text.endsWith(":"));
    out.put(BlockTrait.ASKS, text.indexOf('?', Math.max(0, text.length() - 2)) >= 0);
    out.put(BlockTrait.HAS_COPYRIGHT, text.indexOf('©') >= 0);
    out.put(BlockTrait.HAS_BAR, text.indexOf('|') >= 0);
    out.put(BlockTrait.MAY_BE_DATED, block.words < MOST_WORDS_OF_DATE && holdsYearOrHour(text));
    out.put(BlockTrait.IS_REPEATED, texts.get(text) > 1);
    out.put(BlockTrait.RUNNING_OF_MAKE, share(runningOfMake.get(make(block.box))));
    out.put(BlockTrait.RUNNING_AROUND, share(runningAround.get(around(block))));
    out.put(BlockTrait.BLOCKS_OF_MAKE, step(blocksOfMake.get(make(block.box))));
    int body = Math.max(1, bodyWords());
    int left = body - bodyBefore[i];
    out.put(BlockTrait.BODY_BEFORE, 6 * bodyBefore[i] / body);
    out.put(BlockTrait.PAGE_BEFORE, 5 * pageBefore[i] / Math.max(1, pageBefore[blocks.size()]));
    out.put(BlockTrait.BODY_LEFT, left < FEW_LEFT ? 1 + left / FEW_LEFT_STEP : 0);
    out.put(BlockTrait.BODY_SIZE, step(body / 20));
    for (int place = 0; place < BlockTrait.PLACES.length; place++) {
      int k = i + BlockTrait.PLACES[place];
      out.place = place + 1;
      if (k < 0 || k >= blocks.size()) {
        out.put(BlockTrait.BESIDE_IS_NONE, true);
        continue;
      }
      TextBlock other = blocks.get(k);
      out.put(BlockTrait.BESIDE_LABEL, other.label.ordinal());
      out.put(BlockTrait.BESIDE_ROLE, other.role.ordinal());
      out.put(BlockTrait.BESIDE_WORDS, step(other.words));
      out.put(BlockTrait.BESIDE_LINKS, (int) (3 * other.linkDensity()));
      out.put(BlockTrait.BESIDE_FORM, form(other));
      out.put(BlockTrait.BESIDE_TAG, BlockTrait.tag(other.box.tag()));
      boolean isAlike = other.box.depth == block.box.depth && make(other.box) == make(block.box);
      out.put(BlockTrait.BESIDE_IS_ALIKE, isAlike);
      out.put(BlockTrait.BESIDE_SHARES_BOX, other.box == block.box);
    }
    return out.done();
  }

  private static final class Slots {
    private final int[] slots = new int[26 + 8 * BlockTrait.PLACES.length];
    private int size;
    int place;

    void put(BlockTrait trait, int value) {
      slots[size++] = trait.slot(place, value);
    }

    /** What is not so is told by no other value. */
    void put(BlockTrait trait, boolean isSo) {
      if (isSo) {
        put(trait, 1);
      }
    }

    int[] done() {
      return java.util.Arrays.copyOf(slots, size);
    }
  }

  /** 0 for 0, then steps that grow by three quarters each: 9 for 120 and more. */
  private static int step(int number) {
    int step = 0;
    for (int bound = 1; step < 9 && number >= bound; step++) {
      bound = Math.max(bound + 1, bound * 7 / 4);
    }
    return step;
  }

  private int share(Integer words) {
    if (words == null || words == 0) {
      return 0;
    }
    double share = (double) words / running;
    int step = 1;
    for (double bound : SHARES) {
      step += share >= bound ? 1 : 0;
    }
    return step;
  }

  private static int form(TextBlock block) {
    return (block.endsSentence() ? 1 : 0)
        | (block.isHeading() ? 2 : 0)
        | (block.isListItem() ? 4 : 0);
  }

  private static boolean isCapitals(String text) {
    boolean hasCapital = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      hasCapital |= Character.isUpperCase(c);
    }
    return hasCapital;
  }

  private static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Four digits in a row, or a digit, a colon and two more. */
  private static boolean holdsYearOrHour(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean isDigit = Character.isDigit(text.charAt(i));
      boolean isHour =
          text.charAt(i) == ':'
              && digits > 0
              && i + 2 < text.length()
              && Character.isDigit(text.charAt(i + 1))
              && Character.isDigit(text.charAt(i + 2));
      digits = isDigit ? digits + 1 : 0;
      if (digits == 4 || isHour) {
        return true;
      }
    }
    return false;
  }
}
