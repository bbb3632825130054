package org.copydesk.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --no-topics} for {@code --topics=false}, for every setting that is on or off. */
final class Negations {
  private static final String NO = "--no-";

  private Negations() {}

  /** The arguments with each negation as the setting and its value. */
  static String[] resolved(CommandLine root, String... arguments) {
    String[] resolved = arguments.clone();
    CommandLine command = root;
    for (int i = 0; i < resolved.length; i++) {
      String argument = resolved[i];
      if (argument.equals("--")) {
        break;
      }
      Map<String, CommandLine> below = command.getSubcommands();
      if (below.containsKey(argument)) {
        command = below.get(argument);
      } else if (argument.startsWith(NO)
          && !argument.contains("=")
          && command.getCommandSpec().findOption(argument) == null) {
        String name = "--" + argument.substring(NO.length());
        OptionSpec option = command.getCommandSpec().optionsMap().get(name);
        boolean isSwitch =
            option != null && (option.type() == boolean.class || option.type() == Boolean.class);
        if (isSwitch && !option.negatable()) {
          resolved[i] = name + "=false";
        }
      }
    }
    return resolved;
  }
}
