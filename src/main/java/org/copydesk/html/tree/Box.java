package org.copydesk.html.tree;

import org.jsoup.nodes.Element;

/** A block-level element of the page and the run of text blocks that stand in it. */
public final class Box {
  public final Element element;
  public final Box parent;
  public final int depth;
  private final String tag;

  /** Index of the first text block in the box, and the one after the last. */
  public int firstBlock;

  public int endBlock;

  /** What the box's tag and names say it is. */
  public Role role = Role.PLAIN;

  /** The word among its names that gave the role; null where its tag did or nothing. */
  public String roleWord;

  /** The role of this box alone, before the ones around it count. */
  public Role ownRole = Role.PLAIN;

  /** Whether this is a story of its own that is not the page's article. */
  public boolean isOtherStory;

  /** Whether this is a card of a list of teasers, by its make. */
  public boolean isCard;

  /** Whether this box or one around it is named for something outside the article. */
  public boolean isPruned;

  /** How much the names speak for this being the article's body, 0 for not at all. */
  public int bodyHint;

  /** Score from the sentences in and below the box. */
  public double score;

  Box(Element element, Box parent, int firstBlock) {
    this.element = element;
    this.parent = parent;
    this.tag = element.normalName();
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.firstBlock = firstBlock;
  }

  public String tag() {
    return tag;
  }

  public boolean isInside(Box ancestor) {
    Box box = this;
    while (box != null && box.depth >= ancestor.depth) {
      if (box == ancestor) {
        return true;
      }
      box = box.parent;
    }
    return false;
  }

  /** What a part of a page is for. */
  public enum Role {
    PLAIN(false),
    HIDDEN(true),
    NAVIGATION(true),
    FOOTER(true),
    ASIDE(true),
    COMMENTS(true),
    SHARE(true),
    RELATED(true),
    NEWSLETTER(true),
    CAPTION(true),
    GALLERY(true),
    ADVERT(true),
    META(true),
    BYLINE(true),
    TAGS(true),
    FORM(true),
    NOTICE(true);

    public final boolean isOutside;

    Role(boolean isOutside) {
      this.isOutside = isOutside;
    }
  }
}
