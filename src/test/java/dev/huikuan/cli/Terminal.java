package dev.huikuan.cli;

import dev.huikuan.app.HouseOnDisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The real command line in process, its streams captured. */
final class Terminal {

  /** What a command did. */
  record Ran(int status, byte[] bytes, String err) {
    String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = new byte[0];
  private String systemLanguage = "en";
  private boolean watched;

  Terminal env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Terminal input(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Terminal speaking(String language) {
    systemLanguage = language;
    return this;
  }

  Terminal watched() {
    watched = true;
    return this;
  }

  Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.parse("2026-06-01T01:00:00Z"), ZoneOffset.UTC);
    Console console =
        new Console(
            new ByteArrayInputStream(input), out, err, environment, systemLanguage, clock, watched);
    int status = new Cli(new HouseOnDisk(clock), console).run(arguments);
    return new Ran(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }
}
