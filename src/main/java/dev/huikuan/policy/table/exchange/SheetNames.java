package dev.huikuan.policy.table.exchange;

import dev.huikuan.policy.table.DecisionTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of sheets: that of the sheet from which a table was read, else its label; within what
 * spreadsheet programs allow, each once.
 */
final class SheetNames {

  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>(Set.of(ValueLists.NAME.toLowerCase(Locale.ROOT)));

  String of(DecisionTable table) {
    String location = table.location();
    int hash = location.indexOf(".xlsx#");
    int mark = location.lastIndexOf('!');
    boolean sheet = hash > 0 && mark > hash;
    return unused(sheet ? location.substring(hash + ".xlsx#".length(), mark) : table.label().en());
  }

  /** The name of a sheet of our own, which no table takes. */
  String free(String name) {
    return name;
  }

  private String unused(String wanted) {
    String safe = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", " ").strip();
    String base = safe.isEmpty() ? "Table" : safe;
    String name = cut(base, LONGEST);
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String end = " " + i;
      name = cut(base, LONGEST - end.length()) + end;
    }
    return name;
  }

  /** Never in the middle of a character. */
  private static String cut(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
    return name.substring(0, end).strip();
  }
}
