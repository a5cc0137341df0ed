package id.kentongan.bot.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
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
    var collections = new JvmGcMetrics();
    collections.bindTo(meters);
    return collections;
  }
}
