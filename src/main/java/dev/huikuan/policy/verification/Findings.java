package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings, the first of each kind whole and the others by number. Those of a table come
 * most important first; a kind may fill all its places with errors before a warning gets one.
 */
final class Findings {

  /** So many of a kind are told. */
  static final int SHOWN = 20;

  private final Map<Code, List<Finding>> byCode = new EnumMap<>(Code.class);
  private final Map<Code, Integer> beyond = new EnumMap<>(Code.class);

  void add(Finding finding) {
    byCode.computeIfAbsent(finding.code(), c -> new ArrayList<>()).add(finding);
  }

  void addAll(List<Finding> more) {
    more.forEach(this::add);
  }

  /** Others of the kind that were counted only. */
  void more(Code code, int count) {
    if (count > 0) {
      beyond.merge(code, count, Integer::sum);
    }
  }

  List<Finding> shown() {
    List<Finding> shown = new ArrayList<>();
    for (List<Finding> same : byCode.values()) {
      List<Finding> ranked = new ArrayList<>();
      for (Severity severity : Severity.values()) {
        same.stream().filter(f -> f.severity() == severity).forEach(ranked::add);
      }
      shown.addAll(ranked.subList(0, Math.min(SHOWN, ranked.size())));
    }
    return shown;
  }

  Map<Code, Integer> omitted() {
    Map<Code, Integer> omitted = new EnumMap<>(beyond);
    byCode.forEach(
        (code, same) -> {
          if (same.size() > SHOWN) {
            omitted.merge(code, same.size() - SHOWN, Integer::sum);
          }
        });
    return omitted;
  }
}
