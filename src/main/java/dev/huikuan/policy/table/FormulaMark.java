package dev.huikuan.policy.table;

import java.util.regex.Pattern;

/**
 * The apostrophe before a CSV cell that a spreadsheet program would take for a formula, because it
 * begins with {@code = + - @}, a tab or a line break. A dash alone and what holds nothing but
 * figures ({@code -5}, {@code -5..3}, {@code -2%}) needs none: it is an ordinary cell of a table
 * and cannot call anything. What is put on is taken off again when a CSV is read, so that nothing
 * is lost.
 */
public final class FormulaMark {

  private static final Pattern MARKED = Pattern.compile("(?s)'+[=+\\-@\\t\\r\\n].*");
  private static final Pattern STARTS = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n].*");
  private static final Pattern FIGURES = Pattern.compile("[+-][0-9.,%~\\s万亿至-]*");

  private FormulaMark() {}

  /** The cell as it is safe in a CSV. */
  public static String put(String cell) {
    boolean formula = STARTS.matcher(cell).matches() && !FIGURES.matcher(cell).matches();
    return formula ? "'" + cell : cell;
  }

  /** The cell as it was meant. */
  static String taken(String cell) {
    return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
