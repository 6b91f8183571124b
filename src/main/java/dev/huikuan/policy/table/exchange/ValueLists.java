package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of codes with their labels that drop-down lists draw on; nothing in it is read back. */
final class ValueLists {

  static final String NAME = "Lists";

  private static final int FIRST_ROW = 3;

  private final Map<List<String>, Term> lists = new LinkedHashMap<>();

  /** The formula of the term's values; empty when it has none. */
  Optional<String> of(Term term) {
    List<String> values = TidyWorkbook.offered(term);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    lists.putIfAbsent(values, term);
    int column = 2 * List.copyOf(lists.keySet()).indexOf(values);
    String letter = letters(column);
    return Optional.of(
        NAME
            + "!$"
            + letter
            + "$"
            + FIRST_ROW
            + ":$"
            + letter
            + "$"
            + (FIRST_ROW + values.size() - 1));
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + letters(column % 26);
  }

  void write(Workbook workbook, String name) {
    if (lists.isEmpty()) {
      return;
    }
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.inlineString(0, 0, "Lists · 词表");
    sheet.style(0, 0).bold().set();
    sheet.inlineString(0, 1, "for the drop-down lists only · 仅供下拉选择");
    int column = 0;
    for (Map.Entry<List<String>, Term> list : lists.entrySet()) {
      Term term = list.getValue();
      sheet.inlineString(1, column, term.label().zh() + " / " + term.label().en());
      sheet.style(1, column).bold().set();
      for (int i = 0; i < list.getKey().size(); i++) {
        String code = list.getKey().get(i);
        sheet.inlineString(FIRST_ROW - 1 + i, column, code);
        String label = term.allowed(code).map(AllowedValue::label).map(ValueLists::both).orElse("");
        sheet.inlineString(FIRST_ROW - 1 + i, column + 1, label);
      }
      sheet.width(column, 24);
      sheet.width(column + 1, 30);
      column += 2;
    }
  }

  private static String both(dev.huikuan.domain.Text label) {
    return label.zh() + " / " + label.en();
  }
}
