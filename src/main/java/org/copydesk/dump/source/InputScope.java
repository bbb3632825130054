package org.copydesk.dump.source;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Which files a glob means, and which folders may hold one: {@code 2024-*}{@code /*.txt} never
 * looks into {@code lost+found}, whoever may.
 */
final class InputScope {
  /** Everything. */
  static final InputScope ALL = new InputScope(0, null, List.of());

  private final int prefix;
  private final PathMatcher files;

  /** Matchers of the folders' names, from the top, as far as each name has one of its own. */
  private final List<PathMatcher> folders;

  private final boolean isOpenEnded;

  private InputScope(int prefix, PathMatcher files, List<PathMatcher> folders) {
    this(prefix, files, folders, true);
  }

  private InputScope(
      int prefix, PathMatcher files, List<PathMatcher> folders, boolean isOpenEnded) {
    this.prefix = prefix;
    this.files = files;
    this.folders = folders;
    this.isOpenEnded = isOpenEnded;
  }

  /**
   * @param fixed folder before the first wildcard
   * @param pattern glob below it
   * @throws PatternSyntaxException where it is none; {@link #fault} says why
   */
  static InputScope of(String fixed, String pattern) {
    FileSystem system = FileSystems.getDefault();
    PathMatcher files = system.getPathMatcher("glob:" + pattern);
    int prefix = fixed.endsWith("/") ? fixed.length() : fixed.length() + 1;
    List<PathMatcher> folders = new ArrayList<>();
    // A brace may hold slashes, and a backslash may stand before one: what they mean of each folder
    // is not looked into.
    String[] names = pattern.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      if (names[i].contains("**") || names[i].contains("{") || names[i].endsWith("\\")) {
        return new InputScope(prefix, files, folders);
      }
      folders.add(system.getPathMatcher("glob:" + names[i]));
    }
    String last = names[names.length - 1];
    return new InputScope(prefix, files, folders, last.contains("**") || last.contains("{"));
  }

  /** Whether a file is meant. */
  boolean holds(String location) {
    return files == null || matches(files, location.substring(prefix));
  }

  /** Whether a folder may hold a file that is meant. */
  boolean reaches(String location) {
    if (files == null) {
      return true;
    }
    String[] names = location.substring(prefix).split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (i == folders.size()) {
        return isOpenEnded;
      }
      if (!matches(folders.get(i), names[i])) {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with a glob; there are few ways. */
  static String fault(String pattern) {
    int group = 0;
    boolean isClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isClass) {
        isClass = c != ']';
      } else if (c == '[') {
        isClass = true;
      } else if (c == '{' && ++group > 1) {
        return "a { stands within another; write the alternatives out";
      } else if (c == '}') {
        group = Math.max(0, group - 1);
      }
    }
    String name = "; \\ before it makes it part of a name";
    return isClass
        ? "a [ is not closed by ]" + name
        : group > 0 ? "a { is not closed by }" + name : "a range or an escape is not whole";
  }

  private static boolean matches(PathMatcher matcher, String name) {
    try {
      return matcher.matches(Path.of(name));
    } catch (InvalidPathException e) {
      // Not writable in this machine's character set.
      return false;
    }
  }
}
