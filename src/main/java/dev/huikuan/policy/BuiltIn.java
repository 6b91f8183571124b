package dev.huikuan.policy;

import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.WorkbookReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The product's own sheets, in the layout that analysts use. */
final class BuiltIn {

  private static final Map<String, Grid> READ = new ConcurrentHashMap<>();

  private BuiltIn() {}

  /** One of vocabulary, actions, holds, alerts, advice, roles, parameters. */
  static Grid sheet(String name) {
    return READ.computeIfAbsent(name, BuiltIn::read);
  }

  private static Grid read(String name) {
    String file = name + ".csv";
    try (InputStream in = BuiltIn.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no built-in sheet " + file);
      }
      WorkbookReader.Sheets read = WorkbookReader.read("built-in/" + file, in.readAllBytes());
      if (!read.findings().isEmpty()) {
        throw new IllegalStateException("built-in sheet: " + read.findings());
      }
      return read.grids().get(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
