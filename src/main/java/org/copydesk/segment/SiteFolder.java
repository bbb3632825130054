package org.copydesk.segment;

/**
 * The folder of a file that may be its site's: the innermost one with a name, as {@code
 * papers/tri-county-post} of {@code papers/tri-county-post/2025/01/0001.txt}.
 */
public final class SiteFolder {
  /** Letters without which a folder is a day or a number and no name. */
  private static final int LEAST_LETTERS = 2;

  private SiteFolder() {}

  /** Its path from where the input begins; null where no folder has a name. */
  public static String path(String sourceFile) {
    int end = sourceFile.lastIndexOf('/');
    while (end > 0) {
      int start = sourceFile.lastIndexOf('/', end - 1) + 1;
      if (sourceFile.substring(start, end).codePoints().filter(Character::isLetter).count()
          >= LEAST_LETTERS) {
        return sourceFile.substring(0, end);
      }
      end = start - 1;
    }
    return null;
  }

  /** Its name alone; null where no folder has one. */
  public static String name(String sourceFile) {
    String path = path(sourceFile);
    return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
  }
}
