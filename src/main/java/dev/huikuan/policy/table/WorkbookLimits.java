package dev.huikuan.policy.table;

/** What a file of a policy may be at most. Beyond any of these it is refused by name. */
public final class WorkbookLimits {

  /** Size of a file as it stands in the folder. */
  public static final int FILE_BYTES = 20_000_000;

  /** What all parts of a workbook unpack to, declared or real. */
  public static final long UNPACKED_BYTES = 200_000_000L;

  /** Parts (zip entries) of a workbook. */
  public static final int PARTS = 2_000;

  /** Sheets of a workbook. */
  public static final int SHEETS = 200;

  /** Rows of one sheet that hold anything. */
  public static final int ROWS = 100_000;

  /** Columns of one sheet, counted to the last one that holds anything. */
  public static final int COLUMNS = 500;

  /** Cells of one file that hold anything. */
  public static final int CELLS = 500_000;

  /** Merged regions of one sheet. */
  public static final int MERGED_REGIONS = 10_000;

  /** Characters of one cell; what spreadsheet programs allow. */
  public static final int TEXT = 32_767;

  private WorkbookLimits() {}
}
