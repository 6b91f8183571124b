package dev.huikuan.app;

import dev.huikuan.cli.Cli;
import dev.huikuan.cli.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

/** The program's entry: joins the command line with the house and the system's streams. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Log lines and libraries write there, too: UTF-8 whatever the system says.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    Console console =
        new Console(
            System.in,
            System.out,
            System.err,
            System.getenv(),
            Locale.getDefault().getLanguage(),
            Clock.systemUTC(),
            isTerminal());
    int status = new Cli(new HouseOnDisk(console.clock()), console).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** From JDK 22 on there is a console even where nobody watches. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
