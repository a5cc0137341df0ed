package id.kentongan.bot.watch;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// Memory, processor, open files and the disk of the data folder, read when they are asked for.
public final class MachineMeters {
  private MachineMeters() {}

  /// The collector's listener is to be closed by the caller.
  public static JvmGcMetrics bind(MeterRegistry meters, Path data) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new DiskSpaceMetrics(data.toFile()).bindTo(meters);
    // why: the collector's own figure stands still from one collection to the next
    FunctionCounter.builder("kentongan.allocated", threads(), MachineMeters::allocated)
        .baseUnit("bytes")
        .description("Bytes of all objects made so far")
        .register(meters);
    var collections = new JvmGcMetrics();
    collections.bindTo(meters);
    return collections;
  }

  private static ThreadMXBean threads() {
    return (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  private static double allocated(ThreadMXBean threads) {
    return threads.getTotalThreadAllocatedBytes();
  }
}
