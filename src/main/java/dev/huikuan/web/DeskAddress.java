package dev.huikuan.web;

import dev.huikuan.access.Principal;
import dev.huikuan.records.WorklistQuery;
import dev.huikuan.web.reception.PageLanguage;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of the worklist an address asks for, and where in it an account stands.
 *
 * @param chosen filters by name, none empty
 * @param cursor of the page; empty: the first
 * @param line of the page, from 0, at which the account stands
 */
record DeskAddress(Map<String, String> chosen, Optional<String> cursor, int line) {

  static final int PAGE = 50;

  private static final List<String> FILTERS =
      List.of("q", "action", "owner", "bucket", "tier", "ledger", "hold");
  private static final int LONGEST = 200;

  /** Reads the query of a page, or the form that carries it on. */
  static DeskAddress of(Context ctx) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String name : FILTERS) {
      sent(ctx, name).ifPresent(value -> chosen.put(name, value));
    }
    String line = sent(ctx, "line").orElse("");
    int number = line.matches("[0-9]{1,2}") ? Integer.parseInt(line) : 0;
    return new DeskAddress(chosen, sent(ctx, "cursor"), Math.min(PAGE - 1, number));
  }

  private static Optional<String> sent(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> name.equals("cursor") ? value : shortened(value));
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(LONGEST, value.length()));
  }

  String value(String name) {
    return chosen.getOrDefault(name, "");
  }

  /** A key that is for one ledger sees no other, whatever the address says. */
  WorklistQuery query(Principal reader, int limit) {
    return new WorklistQuery(
        reader.ledger().or(() -> asked("ledger")),
        asked("action"),
        asked("owner"),
        asked("bucket"),
        asked("tier"),
        asked("hold"),
        asked("q"),
        limit,
        cursor);
  }

  private Optional<String> asked(String name) {
    return Optional.ofNullable(chosen.get(name));
  }

  DeskAddress at(Optional<String> otherCursor, int otherLine) {
    return new DeskAddress(chosen, otherCursor, otherLine);
  }

  /** Names and values in turn. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    chosen.forEach((name, value) -> parameters.addAll(List.of(name, value)));
    cursor.ifPresent(value -> parameters.addAll(List.of("cursor", value)));
    if (line > 0) {
      parameters.addAll(List.of("line", Integer.toString(line)));
    }
    return parameters;
  }

  /** The address of the page of the worklist. */
  String list() {
    return "/" + PageLanguage.url(at(cursor, 0).parameters());
  }

  /**
   * The address of a decision.
   *
   * @param more names and values in turn
   */
  String decision(String id, String... more) {
    return at("/decisions/" + id, more);
  }

  /** Where what happened after a decision is posted. */
  String outcomes(String id) {
    return at("/decisions/" + id + "/outcomes");
  }

  private String at(String path, String... more) {
    List<String> all = new ArrayList<>(parameters());
    all.addAll(List.of(more));
    return path + PageLanguage.url(all);
  }
}
