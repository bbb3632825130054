package org.copydesk.corpus;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has taken so far; workers elsewhere are not in it.
 *
 * @param cpuSeconds processor time
 * @param peakMemoryBytes largest resident memory, or where the system does not tell the largest
 *     heap
 */
public record ProcessCost(double cpuSeconds, long peakMemoryBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");

  public static ProcessCost soFar() {
    double cpu =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getProcessCpuTime() / 1e9
            : 0;
    return new ProcessCost(cpu, peakMemory());
  }

  private static long peakMemory() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // not Linux
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
