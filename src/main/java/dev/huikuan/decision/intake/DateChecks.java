package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Dates that have the right form but are not in the calendar, or not in years 1900 to 9999. */
final class DateChecks {

  private static final Set<String> OTHER_DATES = Set.of("until", "on");

  private final List<CaseFault> faults = new ArrayList<>();

  static List<CaseFault> of(JsonNode root) {
    DateChecks checks = new DateChecks();
    JsonNode asOf = root.path("asOf");
    if (asOf.isTextual() && Dates.asOf(asOf.asText(), ZoneOffset.UTC).isEmpty()) {
      checks.faults.add(asOfFault(FaultWords.shown(asOf)));
    }
    checks.walk(root, "");
    return checks.faults;
  }

  static CaseFault asOfFault(String found) {
    return new CaseFault(
        "/asOf",
        "FORMAT",
        new Text(
            "应为日期（2026-11-21）或带时区偏移的日期时间（2026-11-21T10:00:00+08:00），实为 " + found,
            "expected a date such as 2026-11-21, or a date-time with offset such as"
                + " 2026-11-21T10:00:00+08:00, found "
                + found));
  }

  /** True for the properties that the schema gives the format {@code date}. */
  static boolean isDate(String name) {
    return name.endsWith("On") || name.equals("bankDataAsOf") || OTHER_DATES.contains(name);
  }

  private void walk(JsonNode node, String pointer) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(node.get(i), Pointers.item(pointer, i));
    }
    node.properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("attributes") && !field.getKey().equals("whatIf")) {
                property(field.getKey(), field.getValue(), Pointers.child(pointer, field.getKey()));
              }
            });
  }

  private void property(String name, JsonNode value, String pointer) {
    if (value.isContainerNode()) {
      walk(value, pointer);
    } else if (value.isTextual() && isDate(name) && Dates.date(value.asText()).isEmpty()) {
      fault(
          pointer,
          value,
          "应为 1900 至 9999 年间的日期，如 2026-11-21",
          "expected a date such as 2026-11-21, years 1900 to 9999");
    } else if (value.isTextual() && name.equals("at") && Dates.moment(value.asText()).isEmpty()) {
      fault(
          pointer,
          value,
          "应为带时区偏移的日期时间，如 2026-11-21T10:00:00+08:00",
          "expected a date-time with offset such as 2026-11-21T10:00:00+08:00");
    }
  }

  private void fault(String pointer, JsonNode value, String zh, String en) {
    String found = FaultWords.shown(value);
    faults.add(
        new CaseFault(pointer, "FORMAT", new Text(zh + "，实为 " + found, en + ", found " + found)));
  }
}
