package org.copydesk.faults;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Files of this machine as inputs on a remote file system with one fault: {@code
 * faulty://PLAN/tmp/dumps}, where the plan names the fault; see {@link Faults}.
 */
public final class FaultyInputs extends FileSystem<FaultyInputs.Place> {
  private static final String SCHEME = "faulty";
  private static final String BELOW = "/**";

  /** Where inputs of a folder lie for a build with the fault of a plan. */
  static String location(String plan, Path folder) {
    return SCHEME + "://" + plan + folder.toAbsolutePath();
  }

  /** Makes the scheme known to Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new FaultyInputs());
    }
  }

  /** A file or folder. */
  public record Place(String location, boolean isDirectory) implements ResourceId {
    private static final long serialVersionUID = 1;

    String plan() {
      return location.replaceFirst("^[a-z]+://([^/]*).*$", "$1");
    }

    Path path() {
      return Path.of(location.replaceFirst("^[a-z]+://[^/]*", ""));
    }

    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      boolean isFolder = options == StandardResolveOptions.RESOLVE_DIRECTORY;
      return new Place(location + "/" + other, isFolder);
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return isDirectory
          ? this
          : new Place(location.substring(0, location.lastIndexOf('/') + 1), true);
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public String getFilename() {
      return location.substring(location.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      return location;
    }
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  @Override
  protected Place matchNewResource(String location, boolean isDirectory) {
    return new Place(location, isDirectory);
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      boolean isFolder = spec.endsWith(BELOW);
      String location = isFolder ? spec.substring(0, spec.length() - BELOW.length()) : spec;
      Place place = new Place(location, isFolder);
      results.add(
          Faults.run(
              place.plan(),
              (isFolder ? "list " : "stat ") + place.getFilename(),
              () -> isFolder ? below(place) : itself(place)));
    }
    return results;
  }

  private static MatchResult itself(Place place) throws IOException {
    return Files.isRegularFile(place.path())
        ? MatchResult.create(MatchResult.Status.OK, List.of(found(place)))
        : MatchResult.create(
            MatchResult.Status.NOT_FOUND, new FileNotFoundException(place.location()));
  }

  private static MatchResult below(Place folder) throws IOException {
    List<MatchResult.Metadata> found = new ArrayList<>();
    if (Files.isDirectory(folder.path())) {
      try (Stream<Path> all = Files.walk(folder.path())) {
        for (Path path : all.filter(Files::isRegularFile).toList()) {
          String name = folder.path().relativize(path).toString();
          found.add(found(new Place(folder.location() + "/" + name, false)));
        }
      }
    }
    return MatchResult.create(MatchResult.Status.OK, found);
  }

  private static MatchResult.Metadata found(Place place) throws IOException {
    return MatchResult.Metadata.builder()
        .setResourceId(place)
        .setSizeBytes(Files.size(place.path()))
        .setLastModifiedMillis(Files.getLastModifiedTime(place.path()).toMillis())
        .setIsReadSeekEfficient(true)
        .build();
  }

  @Override
  protected ReadableByteChannel open(Place place) throws IOException {
    String name = place.getFilename();
    return new FaultyChannel(
        Faults.run(place.plan(), "open " + name, () -> FileChannel.open(place.path())),
        place.plan(),
        name);
  }

  @Override
  protected WritableByteChannel create(Place place, CreateOptions options) {
    throw new UnsupportedOperationException("inputs are read only");
  }

  @Override
  protected void copy(List<Place> from, List<Place> to) {
    throw new UnsupportedOperationException("inputs are read only");
  }

  @Override
  protected void rename(List<Place> from, List<Place> to, MoveOptions... options) {
    throw new UnsupportedOperationException("inputs are read only");
  }

  @Override
  protected void delete(Collection<Place> places) {
    throw new UnsupportedOperationException("inputs are read only");
  }
}
