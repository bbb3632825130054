package org.copydesk.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The ways in which dumpers write one and the same page as text. Each turns the text of a simple
 * dumper (a blank line between blocks, a line end for a break) into what another one would write;
 * {@link CarriedLabels} takes labels of lines over, {@link MarkdownText} renders HTML with links,
 * headings and tables in it.
 */
public enum Rendering {
  /** As it is. */
  PLAIN,
  /** A blank line after each line. */
  BLANK_LINES,
  /** One line end after each line and no blank line. */
  LINE_ENDS,
  /** Bullets, or numbers, before the lines of a list. */
  LIST_MARKS,
  /** Lines broken at 72 to 80 characters, one width a page. */
  WRAPPED,
  /** Two to eight spaces before lines, as deep as the list or the block is taken to stand. */
  INDENTED,
  /** Blocks three spaces apart on lines of twenty blocks. */
  FEW_LINES;

  private static final int NARROWEST = 72;
  private static final int WIDTHS = 9;
  private static final int BLOCKS_A_LINE = 20;

  /** A list's line is no longer and does not end like a sentence. */
  private static final int LONGEST_ITEM = 100;

  private static final int SHORTEST_LIST = 3;
  private static final String[] BULLETS = {"• ", "* ", "- "};

  /**
   * The text as this dumper writes it.
   *
   * @param text with line feeds
   * @param name of the page: what differs between dumpers of a kind is drawn from it
   */
  public String render(String text, String name) {
    List<String> lines = List.of(text.split("\n", -1));
    int seed = seed(name);
    return switch (this) {
      case PLAIN -> text;
      case BLANK_LINES -> String.join("\n\n", solid(lines)) + "\n";
      case LINE_ENDS -> String.join("\n", solid(lines)) + "\n";
      case LIST_MARKS -> listMarks(lines, seed);
      case WRAPPED -> wrapped(lines, NARROWEST + seed % WIDTHS);
      case INDENTED -> indented(lines, seed);
      case FEW_LINES -> fewLines(lines);
    };
  }

  private static int seed(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return (int) (crc.getValue() & 0x7FFFFFFF);
  }

  private static List<String> solid(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static String listMarks(List<String> lines, int seed) {
    boolean[] isItem = items(lines);
    StringBuilder out = new StringBuilder();
    int list = 0;
    int number = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isItem[i]) {
        number++;
        boolean isCounted = (list + seed) % 4 == 0;
        out.append(isCounted ? number + ". " : BULLETS[seed % BULLETS.length]);
      } else if (!lines.get(i).isBlank()) {
        list += number > 0 ? 1 : 0;
        number = 0;
      }
      out.append(lines.get(i)).append(i + 1 < lines.size() ? "\n" : "");
    }
    return out.toString();
  }

  /** Which lines are of a run of short ones that end no sentence. */
  private static boolean[] items(List<String> lines) {
    boolean[] isItem = new boolean[lines.size()];
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : null;
      if (line != null && line.isBlank()) {
        continue;
      }
      boolean isShort =
          line != null && line.length() <= LONGEST_ITEM && ".!?。！？".indexOf(last(line)) < 0;
      if (isShort) {
        run.add(i);
        continue;
      }
      // The first of a run may be its heading.
      for (int k = 1; k < run.size() && run.size() > SHORTEST_LIST; k++) {
        isItem[run.get(k)] = true;
      }
      run.clear();
    }
    return isItem;
  }

  private static char last(String line) {
    return line.charAt(line.length() - 1);
  }

  private static String wrapped(List<String> lines, int width) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int from = 0;
      while (line.length() - from > width) {
        int space = line.lastIndexOf(' ', from + width);
        if (space <= from) {
          space = line.indexOf(' ', from + width);
          if (space < 0) {
            break;
          }
        }
        out.append(line, from, space).append('\n');
        from = space + 1;
      }
      out.append(line, from, line.length()).append(i + 1 < lines.size() ? "\n" : "");
    }
    return out.toString();
  }

  private static String indented(List<String> lines, int seed) {
    boolean[] isItem = items(lines);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        int depth = 1 + seed % 2 + (isItem[i] ? 2 : 0);
        out.append("  ".repeat(depth));
      }
      out.append(lines.get(i)).append(i + 1 < lines.size() ? "\n" : "");
    }
    return out.toString();
  }

  private static String fewLines(List<String> lines) {
    StringBuilder out = new StringBuilder();
    List<String> solid = solid(lines);
    for (int i = 0; i < solid.size(); i++) {
      out.append(i == 0 ? "" : i % BLOCKS_A_LINE == 0 ? "\n" : "   ").append(solid.get(i));
    }
    return out.append('\n').toString();
  }
}
