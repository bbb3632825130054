package org.copydesk.generate;

import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code generate} is to write.
 *
 * @param pages number of pages, at least 1
 * @param seed the same seed and settings give the same bytes
 * @param format form of the dump files
 * @param sites number of site templates drawn, at least 1
 * @param languages languages of the sites in turn; each needs a grammar
 * @param filesPerFolder page files a folder (text), or records a file (JSON Lines); at least 1
 * @param pagesPerFile pages a file of text, with ruled lines between them; at least 1, and 1 for
 *     the other formats
 * @param copies share of pages that copy another page's article, 0 to .5
 * @param isMixed whether all sites stand in one flat folder instead of a folder each
 * @param half which half of the template productions is used
 * @param hasTruth whether the truth is written beside the dumps
 */
public record GenerateSettings(
    long pages,
    long seed,
    Format format,
    int sites,
    List<String> languages,
    int filesPerFolder,
    int pagesPerFile,
    double copies,
    boolean isMixed,
    Half half,
    boolean hasTruth) {

  /** Form of the dump files. */
  public enum Format {
    TEXT(".txt", false),
    TEXT_GZ(".txt.gz", true),
    HTML(".html", false),
    HTML_GZ(".html.gz", true),
    JSONL(".jsonl", false),
    JSONL_GZ(".jsonl.gz", true);

    private final String suffix;
    private final boolean isGzip;

    Format(String suffix, boolean isGzip) {
      this.suffix = suffix;
      this.isGzip = isGzip;
    }

    String suffix() {
      return suffix;
    }

    boolean isGzip() {
      return isGzip;
    }

    boolean isHtml() {
      return this == HTML || this == HTML_GZ;
    }

    boolean isJsonLines() {
      return this == JSONL || this == JSONL_GZ;
    }

    /** The format of a command-line name such as {@code text.gz}. */
    public static Format of(String name) {
      for (Format format : values()) {
        if (format.suffix.equals("." + name) || (name.startsWith("text") && same(format, name))) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "no such format: " + name + " (text, text.gz, html, html.gz, jsonl, jsonl.gz)");
    }

    private static boolean same(Format format, String name) {
      return format.suffix.equals(name.replace("text", ".txt"));
    }
  }

  /** The productions are split, so that a segmenter is judged on what it was not written for. */
  public enum Half {
    DEVELOP,
    JUDGE
  }

  public GenerateSettings {
    languages = List.copyOf(languages);
    if (pages < 1 || sites < 1 || filesPerFolder < 1 || pagesPerFile < 1 || languages.isEmpty()) {
      throw new IllegalArgumentException(
          "pages, sites, files per folder, pages per file and languages: at least 1");
    }
    if (pagesPerFile > 1 && (format.isHtml() || format.isJsonLines() || isMixed)) {
      throw new IllegalArgumentException(
          "several pages a file: only page text in a folder for each site");
    }
    if (!(copies >= 0 && copies <= 0.5)) {
      throw new IllegalArgumentException("share of copies is not within 0 and .5: " + copies);
    }
  }

  /** Page text in English, 20 sites in folders of their own, one page in ten a copy. */
  public static GenerateSettings of(long pages, long seed) {
    return new GenerateSettings(
        pages, seed, Format.TEXT, 20, List.of("en"), 1000, 1, 0.1, false, Half.DEVELOP, true);
  }

  public GenerateSettings withFormat(Format other) {
    return with(changed -> changed.format = other);
  }

  public GenerateSettings withSites(int other) {
    return with(changed -> changed.sites = other);
  }

  public GenerateSettings withLanguages(List<String> other) {
    return with(changed -> changed.languages = other);
  }

  public GenerateSettings withFilesPerFolder(int other) {
    return with(changed -> changed.filesPerFolder = other);
  }

  public GenerateSettings withPagesPerFile(int other) {
    return with(changed -> changed.pagesPerFile = other);
  }

  public GenerateSettings withCopies(double other) {
    return with(changed -> changed.copies = other);
  }

  public GenerateSettings withMixed(boolean other) {
    return with(changed -> changed.isMixed = other);
  }

  public GenerateSettings withHalf(Half other) {
    return with(changed -> changed.half = other);
  }

  public GenerateSettings withTruth(boolean other) {
    return with(changed -> changed.hasTruth = other);
  }

  private GenerateSettings with(Consumer<Changed> change) {
    Changed changed = new Changed(this);
    change.accept(changed);
    return new GenerateSettings(
        pages,
        seed,
        changed.format,
        changed.sites,
        changed.languages,
        changed.filesPerFolder,
        changed.pagesPerFile,
        changed.copies,
        changed.isMixed,
        changed.half,
        changed.hasTruth);
  }

  /** A copy whose fields can be set. */
  private static final class Changed {
    private Format format;
    private int sites;
    private List<String> languages;
    private int filesPerFolder;
    private int pagesPerFile;
    private double copies;
    private boolean isMixed;
    private Half half;
    private boolean hasTruth;

    Changed(GenerateSettings from) {
      format = from.format;
      sites = from.sites;
      languages = from.languages;
      filesPerFolder = from.filesPerFolder;
      pagesPerFile = from.pagesPerFile;
      copies = from.copies;
      isMixed = from.isMixed;
      half = from.half;
      hasTruth = from.hasTruth;
    }
  }
}
