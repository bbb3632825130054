package org.copydesk.generate;

import java.util.List;

/**
 * An article as its author filed it, before a site lays it out.
 *
 * @param number which one; its seed
 * @param language code of its grammar
 * @param topic the topic its sentences are about
 * @param title headline
 * @param author full name
 * @param minutes when published: minutes since 1970 in UTC
 * @param paragraphs body; the first begins with the dateline where there is one
 */
record Story(
    long number,
    String language,
    String topic,
    String title,
    String author,
    long minutes,
    List<String> paragraphs) {

  String text() {
    return String.join("\n\n", paragraphs);
  }

  Story with(String otherTitle, List<String> otherParagraphs) {
    return new Story(number, language, topic, otherTitle, author, minutes, otherParagraphs);
  }

  Story delayed(int byMinutes) {
    return new Story(number, language, topic, title, author, minutes + byMinutes, paragraphs);
  }

  /** Words between white space. */
  static int words(List<String> paragraphs) {
    int words = 0;
    for (String paragraph : paragraphs) {
      words++;
      for (int i = 0; i < paragraph.length(); i++) {
        if (paragraph.charAt(i) == ' ') {
          words++;
        }
      }
    }
    return words;
  }
}
