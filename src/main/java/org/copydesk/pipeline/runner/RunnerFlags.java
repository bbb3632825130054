package org.copydesk.pipeline.runner;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The flags that Beam and its runners take. */
public final class RunnerFlags {
  private RunnerFlags() {}

  /** Their names in camelCase; ours among them (runner, parallelism) are left out. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<? extends PipelineOptions> options : PipelineOptionsFactory.getRegisteredOptions()) {
      for (Method method : options.getMethods()) {
        String name = method.getName();
        boolean isSetter =
            name.startsWith("set") && name.length() > 3 && method.getParameterCount() == 1;
        if (isSetter) {
          names.add(Character.toLowerCase(name.charAt(3)) + name.substring(4));
        }
      }
    }
    names.removeAll(Set.of("runner", "parallelism"));
    return names;
  }
}
