package io.arduinotrader.support.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kamon.Kamon;
import kamon.metric.Counter;
import kamon.metric.Gauge;
import kamon.metric.MeasurementUnit;
import kamon.metric.Metric;

/** The virtual machine: memory, threads, collections of garbage, time of the processor. */
final class JvmMetrics {

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private JvmMetrics() {}

  /** Looks at the virtual machine now and then from now on. */
  static void start() {
    Metric.Gauge used =
        Kamon.gauge(
            "jvm.memory.used",
            "Memory in use, the heap and all other areas",
            MeasurementUnit.information().bytes());
    Metric.Gauge committed =
        Kamon.gauge(
            "jvm.memory.committed",
            "Memory taken from the system, the heap and all other areas",
            MeasurementUnit.information().bytes());
    area(used, committed, "heap", ManagementFactory.getMemoryMXBean()::getHeapMemoryUsage);
    area(used, committed, "nonheap", ManagementFactory.getMemoryMXBean()::getNonHeapMemoryUsage);
    gauge(
        Kamon.gauge(
            "jvm.memory.max", "The most the heap may take", MeasurementUnit.information().bytes()),
        Runtime.getRuntime()::maxMemory);
    gauge(
        Kamon.gauge("jvm.threads", "Threads that live"),
        ManagementFactory.getThreadMXBean()::getThreadCount);
    gauge(
        Kamon.gauge("jvm.uptime.seconds", "Time since the process has started"),
        () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    collections();
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      // Kamon's counters are whole numbers, and a whole second is too coarse
      gauge(
          Kamon.gauge("process.cpu.seconds", "Time the process has had of all processors"),
          () -> system.getProcessCpuTime() / NANOS);
    }
  }

  private static void area(
      Metric.Gauge used, Metric.Gauge committed, String area, Supplier<MemoryUsage> usage) {
    gauge(used.withTag("area", area), () -> usage.get().getUsed());
    gauge(committed.withTag("area", area), () -> usage.get().getCommitted());
  }

  private static void collections() {
    Metric.Counter count = Kamon.counter("jvm.gc.collections", "Collections of garbage");
    Metric.Counter time =
        Kamon.counter("jvm.gc.milliseconds", "Time spent on collecting garbage, milliseconds");
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      total(count.withTag("collector", collector.getName()), collector::getCollectionCount);
      total(time.withTag("collector", collector.getName()), collector::getCollectionTime);
    }
  }

  private static void total(Counter counter, LongSupplier total) {
    Supplier<Object> boxed = total::getAsLong;
    counter.autoUpdate(Counter.delta(boxed));
  }

  private static void gauge(Metric.Gauge gauge, DoubleSupplier value) {
    gauge(gauge.withoutTags(), value);
  }

  private static void gauge(Gauge gauge, DoubleSupplier value) {
    Consumer<Gauge> update = measured -> measured.update(value.getAsDouble());
    gauge.autoUpdate(update);
  }
}
