package org.copydesk.segment;

import org.copydesk.model.Article;

/**
 * An article with what speaks for its fields and against them.
 *
 * @param signs by their number
 */
public record WeighedArticle(Article article, double[] signs) {}
