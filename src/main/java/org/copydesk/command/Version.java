package org.copydesk.command;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar. */
public final class Version implements IVersionProvider {
  /** For example {@code 0.1.0}; {@code dev} outside a jar. */
  public static String get() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"copydesk " + get()};
  }
}
