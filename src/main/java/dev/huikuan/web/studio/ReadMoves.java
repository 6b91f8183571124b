package dev.huikuan.web.studio;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.Words;
import dev.huikuan.web.studio.ResultView.Cell;
import dev.huikuan.web.studio.ResultView.Matrix;
import dev.huikuan.web.studio.ResultView.MatrixRow;
import dev.huikuan.web.studio.ResultView.Move;
import dev.huikuan.web.view.Labels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accounts from action to action, in the order of the catalogue; where nobody moves is left out.
 */
final class ReadMoves {

  private static final int STEPS = 5;

  private record Pair(String from, String to) {}

  private final SimulationResult result;
  private final Labels labels;
  private final Words words;
  private final Differences differences;
  private final Comparator<String> order;
  private final Map<Pair, Long> accounts = new HashMap<>();
  private final List<SimulationResult.Move> changes;
  private final Set<String> moved;
  private final long most;

  ReadMoves(SimulationResult result, Labels labels, Words words) {
    this.result = result;
    this.labels = labels;
    this.words = words;
    this.differences = new Differences(labels);
    Catalogue actions = labels.policy().actions();
    this.order =
        Comparator.comparingInt((String code) -> actions.order(code))
            .thenComparing(Comparator.naturalOrder());
    result.moves().forEach(m -> accounts.put(new Pair(m.from(), m.to()), m.accounts()));
    this.changes = result.moves().stream().filter(SimulationResult.Move::isChange).toList();
    this.moved =
        changes.stream().flatMap(m -> Stream.of(m.from(), m.to())).collect(Collectors.toSet());
    this.most = changes.stream().mapToLong(SimulationResult.Move::accounts).max().orElse(1);
  }

  List<Move> changes() {
    return changes.stream()
        .map(
            m ->
                new Move(
                    words.label(m.from()), words.label(m.to()), differences.count(m.accounts())))
        .toList();
  }

  Matrix matrix() {
    List<String> codes = moved.stream().sorted(order).toList();
    return new Matrix(
        codes.stream().map(words::label).toList(),
        codes.stream().map(code -> row(code, codes)).toList(),
        codes.stream().map(code -> differences.count(count(code).after())).toList());
  }

  private MatrixRow row(String from, List<String> columns) {
    return new MatrixRow(
        words.label(from),
        columns.stream().map(to -> cell(new Pair(from, to))).toList(),
        differences.count(count(from).before()));
  }

  private Cell cell(Pair pair) {
    long number = accounts.getOrDefault(pair, 0L);
    if (pair.from().equals(pair.to())) {
      return new Cell(differences.count(number), "stays");
    }
    return number == 0
        ? new Cell("", "nobody")
        : new Cell(differences.count(number), "heat-" + heat(number));
  }

  /** From 1 to 5 by the share of the greatest move; even one account is seen. */
  private long heat(long number) {
    return Math.max(1, (number * STEPS + most - 1) / most);
  }

  private Count count(String action) {
    return result.actions().stream()
        .filter(count -> count.code().equals(action))
        .findFirst()
        .orElse(new Count(action, 0, 0));
  }

  /** The actions that no account leaves or gets, with their accounts. */
  String unmoved() {
    String list =
        result.actions().stream()
            .filter(count -> !moved.contains(count.code()))
            .map(count -> words.label(count.code()) + " " + differences.count(count.before()))
            .collect(Collectors.joining(labels.separator()));
    return list.isEmpty()
        ? ""
        : SimulationPhrase.UNMOVED.in(labels.language()).replace("{list}", list);
  }
}
