package dev.huikuan.policy.table;

/** A cell's place, row and column counted from 1: {@code B14} is row 14, column 2. */
public record Address(int row, int column) {

  /** The last row and column of the largest sheet that spreadsheet programs can make. */
  public static final int LAST_ROW = 1_048_576;

  public static final int LAST_COLUMN = 16_384;

  /** As written in a sheet; throws {@link NumberFormatException} when it is no place in one. */
  public static Address parse(String written) {
    int column = 0;
    int at = 0;
    while (at < written.length() && at < 4 && isLetter(written.charAt(at))) {
      column = column * 26 + (written.charAt(at) & 0x1F);
      at++;
    }
    int row = Integer.parseInt(written.substring(at));
    if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) {
      throw new NumberFormatException(written);
    }
    return new Address(row, column);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** {@code B14}. */
  public String written() {
    return letters(column) + row;
  }

  /** The letters of a column: 1 is A, 27 is AA. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
