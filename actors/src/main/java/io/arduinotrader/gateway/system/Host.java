package io.arduinotrader.gateway.system;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine this node runs on. */
public final class Host {

  private static final double MOST_USED_PERCENT = 90;
  private static final double PERCENT = 100;
  private static final long KILO = 1024;

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+([0-9]{1,15}) kB");

  private final OperatingSystemMXBean system;
  private final Path memoryInfo;
  private final Path data;

  /**
   * The machine.
   *
   * @param data a folder on the disk that must not run full
   */
  public Host(Path data) {
    this(data, Path.of("/proc/meminfo"));
  }

  Host(Path data, Path memoryInfo) {
    this.system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    this.memoryInfo = memoryInfo;
    this.data = data;
  }

  /** How long this process has been running. */
  Duration uptime() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }

  /** Percent of all cores' time in use, empty while it is not known yet. */
  OptionalDouble cpuPercent() {
    double load = system.getCpuLoad();
    return load >= 0 ? OptionalDouble.of(load * PERCENT) : OptionalDouble.empty();
  }

  /**
   * Percent of the memory in use. What the system only caches counts as free where it says so;
   * otherwise every machine would look full.
   */
  OptionalDouble memoryPercent() {
    long total = system.getTotalMemorySize();
    long free = available().orElse(system.getFreeMemorySize());
    return total > 0
        ? OptionalDouble.of(PERCENT * (total - Math.min(free, total)) / total)
        : OptionalDouble.empty();
  }

  /** Whether memory is left. */
  boolean hasMemory() {
    return memoryPercent().orElse(0) <= MOST_USED_PERCENT;
  }

  /** Whether the disk with the data has room; a disk that cannot be read has none. */
  boolean hasDisk() {
    try {
      FileStore disk = Files.getFileStore(data);
      long total = disk.getTotalSpace();
      return total > 0 && PERCENT * (total - disk.getUsableSpace()) / total <= MOST_USED_PERCENT;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private OptionalLong available() {
    try (Stream<String> lines = Files.lines(memoryInfo)) {
      return lines
          .map(AVAILABLE::matcher)
          .filter(Matcher::matches)
          .mapToLong(line -> Long.parseLong(line.group(1)) * KILO)
          .findFirst();
    } catch (IOException elsewhere) {
      return OptionalLong.empty();
    }
  }
}
