package dev.huikuan.web.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recommendation as a collector reads it: everything in words, in the order of the screen. */
public record AnswerView(
    String customer,
    String customerId,
    String ledger,
    String asOf,
    boolean hypothetical,
    List<Figure> figures,
    Hero hero,
    OffersView offers,
    List<HoldLine> holds,
    List<NoticeLine> alerts,
    List<NoticeLine> advice,
    List<ItemLine> receivables,
    PriorityView priority,
    List<AlternativeLine> alternatives,
    List<Step> trace,
    List<Figure> facts,
    String json) {

  /** What a what-if assumed, one sentence each; empty for a case as it is. */
  public List<String> assumptions() {
    return trace.stream()
        .filter(step -> step.style().equals("note") && step.title().equals("ASSUMED"))
        .map(Step::text)
        .toList();
  }

  /**
   * A label with its value.
   *
   * @param was what the value is in the case as it is, where a what-if changes it; else empty
   */
  public record Figure(String label, String value, String note, String was) {

    Figure(String label, String value, String note) {
      this(label, value, note, "");
    }

    static Figure of(String label, String value) {
      return new Figure(label, value, "");
    }
  }

  /** The action, large; {@code was} as in a figure. */
  public record Hero(
      String code,
      String label,
      String was,
      String kind,
      String style,
      String reason,
      String instructions,
      List<Figure> terms,
      List<Figure> economics,
      List<String> talkingPoints) {}

  /**
   * A hold.
   *
   * @param blocks labels of the actions and kinds that it rules out
   * @param gained a what-if adds it
   */
  public record HoldLine(
      String label,
      boolean gained,
      String code,
      String effect,
      boolean takesAmount,
      String amount,
      String until,
      String receivables,
      String blocks,
      String text) {

    /** The same in another answer about the account. */
    String name() {
      return code + "\n" + receivables;
    }
  }

  /** An alert or an advice; {@code style} names its severity for the style sheet. */
  public record NoticeLine(
      String label, String code, String style, String badge, String about, String text) {

    /** The same in another answer about the account. */
    String name() {
      return code + "\n" + about;
    }
  }

  /**
   * A receivable.
   *
   * @param held what its outstanding exceeds its payable amount by
   * @param was what a what-if changes of it, by the name of the part
   */
  public record ItemLine(
      String id,
      String currency,
      String daysPastDue,
      String bucket,
      String outstanding,
      String held,
      String payable,
      String collectible,
      String interest,
      String interestBasis,
      Map<String, String> was) {

    /** What the part is in the case as it is; empty when it is the same. */
    public String was(String part) {
      return was.getOrDefault(part, "");
    }
  }

  /** Points and where they come from; {@code percent} is the share of the widest bar, 0–100. */
  public record PriorityView(String points, String was, List<PointLine> reasons) {}

  /** One row's points. */
  public record PointLine(String row, String points, int percent, String text) {}

  /**
   * Another action and why it is not the one.
   *
   * @param economics what it would be expected to bring
   */
  public record AlternativeLine(
      String label,
      String code,
      String status,
      String style,
      String text,
      List<BecauseLine> because,
      List<Figure> economics) {}

  /** What would have to be otherwise. */
  public record BecauseLine(String term, String value, String test, String location) {}

  /**
   * A step of the trace.
   *
   * @param style table, rule, missing or note
   * @param brief what it decided, when that is short
   * @param decisive it proposed what became the action
   * @param table the part of the table that matters; empty where the policy here has none like it
   */
  public record Step(
      String style,
      String badge,
      String title,
      String row,
      String location,
      String receivables,
      String brief,
      boolean decisive,
      List<CellLine> cells,
      List<Figure> outputs,
      List<Closest> closest,
      Optional<TableView> table,
      String text) {

    /** There is more to it than its line. */
    public boolean hasDetails() {
      return table.isPresent() || !cells.isEmpty() || !outputs.isEmpty() || !closest.isEmpty();
    }
  }

  /** A cell and the value that it met. */
  public record CellLine(String term, String value, String test, String cell) {}

  /** A row that nearly matched. */
  public record Closest(String row, String location, List<CellLine> failed) {}
}
