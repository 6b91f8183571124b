package dev.huikuan.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.huikuan.app.Main;
import java.lang.management.ManagementFactory;

/** The program, and at the end what it took: seconds of CPU of all its threads. */
final class Counted {

  static final String CPU = "CPU seconds: ";

  private Counted() {}

  public static void main(String[] args) {
    Main.main(args);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(CPU + system.getProcessCpuTime() / 1e9);
  }
}
