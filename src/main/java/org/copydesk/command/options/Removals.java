package org.copydesk.command.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.dedup.Suppression;
import org.copydesk.quality.QualityRule;
import org.copydesk.quality.QualityRules;

/** Reads the settings that say what is removed: {@code --rules} and {@code --suppress}. */
public final class Removals {
  private Removals() {}

  /**
   * The rules of some files and of some rules written out, in their order.
   *
   * @param language whether languages are identified: a rule for one language needs that
   */
  static QualityRules rules(List<String> settings, boolean language) throws Failure {
    QualityRules all = QualityRules.NONE;
    for (String setting : settings) {
      try {
        all = all.and(setting.startsWith("{") ? QualityRules.one(setting) : file(setting));
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, setting + ": " + e.getMessage(), e);
      } catch (NoSuchFileException e) {
        throw new Failure(Failure.USAGE, "no file of rules " + setting, e);
      } catch (IOException e) {
        throw new Failure(
            Failure.USAGE, "cannot read rules " + setting + ": " + Failure.reason(e), e);
      }
    }
    for (QualityRule rule : all.rules()) {
      if (rule.language() != null && !language) {
        throw new Failure(
            Failure.USAGE,
            "rule " + rule.name() + " is for one language, and --language=false finds none");
      }
    }
    return all;
  }

  private static QualityRules file(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return QualityRules.read(in);
    }
  }

  /** Whether suppression lists can be read. */
  static void check(List<Path> lists) throws Failure {
    for (Path list : lists) {
      try {
        Suppression.parse(Files.readAllLines(list));
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, list + ": " + e.getMessage(), e);
      } catch (NoSuchFileException e) {
        throw new Failure(Failure.USAGE, "no suppression list " + list, e);
      } catch (MalformedInputException e) {
        throw new Failure(Failure.USAGE, list + " is not in UTF-8", e);
      } catch (IOException e) {
        throw new Failure(Failure.USAGE, "cannot read " + list + ": " + Failure.reason(e), e);
      }
    }
  }

  /** The rules as a definition has them. */
  public static List<Map<String, Object>> described(QualityRules rules) {
    return rules.rules().stream().map(Removals::described).toList();
  }

  private static Map<String, Object> described(QualityRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", rule.name());
    fields.putAll(rule.condition().described());
    if (rule.language() != null) {
      fields.put("language", rule.language());
    }
    return fields;
  }
}
