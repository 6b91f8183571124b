package dev.huikuan.rest;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.records.Page;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a query, read strictly: what is unknown or ill-formed is a fault, and {@link
 * #check} throws all of them at once. A fault points to {@code /query/NAME}. What stands twice or
 * is badly encoded was refused before.
 */
final class Query {

  private static final int LONGEST = 200;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final Map<String, List<String>> sent;
  private final List<CaseFault> faults = new ArrayList<>();

  /**
   * @param known the parameters that the route has
   */
  Query(Context ctx, String... known) {
    this.sent = ctx.queryParamMap();
    List<String> names = List.of(known);
    sent.forEach(
        (name, values) -> {
          if (!names.contains(name)) {
            unknown(name, names);
          }
        });
  }

  private void unknown(String name, List<String> names) {
    String shown = SentJson.clipped(name);
    List<String> near = Wording.nearest(shown, names);
    List<String> right = near.isEmpty() ? names : near;
    String list = "`" + String.join("`, `", right) + "`";
    fault(
        shown,
        "UNKNOWN_PARAMETER",
        "没有此参数；可用 " + list,
        "no such parameter; there " + (right.size() == 1 ? "is " : "are ") + list);
  }

  private void fault(String name, String code, String zh, String en) {
    String pointer = "/query/" + name.replace("~", "~0").replace("/", "~1");
    faults.add(
        new CaseFault(
            pointer,
            code,
            new Text("查询参数 " + name + "：" + zh, "query parameter " + name + ": " + en)));
  }

  private void expected(String name, String code, String zh, String en, String found) {
    String shown = "`" + SentJson.clipped(found) + "`";
    fault(name, code, "应为" + zh + "，实际为 " + shown, "expected " + en + ", found " + shown);
  }

  /** Empty when it is absent, or at fault. */
  private Optional<String> one(String name) {
    List<String> values = sent.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** A text of 1 to 200 characters. */
  Optional<String> text(String name) {
    Optional<String> value = one(name);
    boolean fits = value.map(v -> !v.isBlank() && v.length() <= LONGEST).orElse(true);
    if (!fits) {
      expected(
          name,
          "FORMAT",
          " 1 到 " + LONGEST + " 个可见字符",
          "1 to " + LONGEST + " visible characters",
          value.orElseThrow());
    }
    return value.filter(v -> fits);
  }

  /** A code of a catalogue or a closed list. */
  Optional<String> code(String name) {
    Optional<String> value = one(name);
    boolean fits = value.map(v -> v.length() <= LONGEST && CODE.matcher(v).matches()).orElse(true);
    if (!fits) {
      expected(
          name,
          "FORMAT",
          "代码，如 COLLECTION_CALL",
          "a code such as COLLECTION_CALL",
          value.orElseThrow());
    }
    return value.filter(v -> fits);
  }

  Optional<LocalDate> date(String name) {
    Optional<String> value = one(name);
    Optional<LocalDate> date = value.flatMap(SentJson::date);
    if (value.isPresent() && date.isEmpty()) {
      expected(name, "FORMAT", "日期，如 2026-11-21", "a date such as 2026-11-21", value.get());
    }
    return date;
  }

  /** {@code from} and {@code to} must be in this order. */
  void inOrder(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      expected(
          "from",
          "RANGE",
          "不晚于 to（" + to.get() + "）的日期",
          "a date that is not after to, " + to.get(),
          from.get().toString());
    }
  }

  /** Absent is false. */
  boolean flag(String name) {
    Optional<String> value = one(name);
    if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
      expected(name, "FORMAT", " `true` 或 `false`", "`true` or `false`", value.get());
    }
    return value.equals(Optional.of("true"));
  }

  /** How many items a page has. */
  int limit() {
    Optional<String> value = one("limit");
    int limit =
        value
            .filter(written -> WHOLE.matcher(written).matches())
            .map(Integer::parseInt)
            .orElse(value.isPresent() ? 0 : Page.USUAL);
    if (limit < 1 || limit > Page.MOST) {
      expected(
          "limit",
          "RANGE",
          " 1 到 " + Page.MOST + " 的整数",
          "a whole number from 1 to " + Page.MOST,
          value.orElseThrow());
    }
    return limit;
  }

  /** The cursor of a page; whether the list gave it is seen when the list is read. */
  Optional<String> cursor() {
    return one("cursor");
  }

  /** Throws what was found, if anything. */
  void check() {
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.MALFORMED, faults);
    }
  }

  /** A cursor that was not given with a page of this list. */
  static Problem strangeCursor() {
    Text text =
        new Text(
            "查询参数 cursor：不是此列表给出的游标；请原样使用上一页的 nextCursor，或去掉它从头读起",
            "query parameter cursor: not a cursor of this list; send the nextCursor of the page"
                + " before as it is, or none to begin at the top");
    return Problem.of(
        ProblemCode.MALFORMED, List.of(new CaseFault("/query/cursor", "FORMAT", text)));
  }
}
