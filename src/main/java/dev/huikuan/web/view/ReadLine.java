package dev.huikuan.web.view;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a line of the worklist into one reader's words; no answer is read for it. */
public final class ReadLine {

  private final DecisionLine line;
  private final Labels labels;

  private ReadLine(DecisionLine line, Labels labels) {
    this.line = line;
    this.labels = labels;
  }

  /**
   * @param ledger tell it: there are several
   */
  public static DeskView.Line of(DecisionLine line, Labels labels, boolean ledger, String url) {
    return new ReadLine(line, labels).read(ledger, url);
  }

  /** The customer's name, or the id where there is none. */
  public static String customer(DecisionLine line) {
    return line.cells().getOrDefault(WorklistColumn.CUSTOMER_NAME, line.customerId());
  }

  private DeskView.Line read(boolean ledger, String url) {
    String kind =
        labels
            .entry("actions", cell(WorklistColumn.ACTION))
            .map(action -> action.column(CatalogueColumns.KIND))
            .orElse("");
    return new DeskView.Line(
        url,
        customer(line),
        line.customerId(),
        ledger ? line.ledger() : "",
        labels.of(line.actionLabel()),
        kind.isEmpty() ? "" : Kind.label(kind, labels),
        Kind.style(kind),
        labels.of(line.reason()),
        overdue(),
        cell(WorklistColumn.DAYS_PAST_DUE),
        cell(WorklistColumn.PRIORITY),
        cell(WorklistColumn.DUE_BY),
        offers(),
        Stream.of(cell(WorklistColumn.HOLDS).split("\\|"))
            .filter(code -> !code.isEmpty())
            .map(code -> labels.entry("holds", code).map(e -> labels.of(e.label())).orElse(code))
            .toList());
  }

  private String overdue() {
    return number(WorklistColumn.OVERDUE)
        .filter(amount -> amount.signum() != 0)
        .map(amount -> labels.money(amount, cell(WorklistColumn.CURRENCY)))
        .orElse("");
  }

  private List<String> offers() {
    List<String> offers = new ArrayList<>();
    String days = " " + labels.of(Phrase.DAYS);
    number(WorklistColumn.DISCOUNT_PERCENT)
        .map(percent -> labels.of(Phrase.TAG_DISCOUNT) + " " + plain(percent) + " %")
        .ifPresent(offers::add);
    number(WorklistColumn.INSTALLMENT_COUNT)
        .map(n -> labels.of(Phrase.TAG_INSTALLMENTS) + " " + plain(n) + labels.of(Phrase.TAG_TIMES))
        .ifPresent(offers::add);
    number(WorklistColumn.EXTENSION_DAYS)
        .map(n -> labels.of(Phrase.TAG_EXTENSION) + " " + plain(n) + days)
        .ifPresent(offers::add);
    return List.copyOf(offers);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private Optional<BigDecimal> number(WorklistColumn column) {
    return Optional.of(cell(column)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
  }

  private String cell(WorklistColumn column) {
    return line.cells().getOrDefault(column, "");
  }
}
