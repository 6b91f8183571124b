package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads the sheets of a file that people write in a spreadsheet program: {@code .xlsx} (as Excel,
 * WPS and LibreOffice save it) or {@code .csv} in UTF-8. A cell counts by its value, never by what
 * is displayed; hidden rows, columns and sheets are read as any other. Files beyond {@link
 * WorkbookLimits} and all that could bring code or other files along are refused by name.
 */
public final class WorkbookReader {

  /**
   * The sheets of a file.
   *
   * @param findings why the file was refused, or that it is not one to read; then there is no grid
   */
  public record Sheets(List<Grid> grids, List<Finding> findings) {}

  private WorkbookReader() {}

  /**
   * True for names that {@link #read} has an answer for; any other file is none of its business.
   */
  public static boolean isSheetFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean hidden = name.startsWith(".");
    return !hidden && name.matches("(?s).*\\.(xlsx|csv|xlsm|xlsb|xls|xltx|xltm|ods|et)$")
        || name.startsWith("~$");
  }

  /**
   * Reads a file.
   *
   * @param path relative to the policy folder; findings and cells are located by it
   */
  public static Sheets read(String path, byte[] bytes) {
    if (path.substring(path.lastIndexOf('/') + 1).startsWith("~$")) {
      return refused(
          Finding.info(
              Finding.Code.FILE_REFUSED,
              path,
              new Text(
                  "这是 Excel 的临时锁定文件，已跳过；说明有人正打开着该工作簿",
                  "a lock file of the spreadsheet program, skipped: someone has the workbook"
                      + " open")));
    }
    try {
      return new Sheets(grids(path, bytes), List.of());
    } catch (RefusedFile refused) {
      return refused(refused.finding(path));
    } catch (IOException | RuntimeException damaged) {
      // Zip and XML of hostile or half-written files fail in many ways; all mean the same here.
      return refused(RefusedFile.damaged().finding(path));
    }
  }

  private static Sheets refused(Finding finding) {
    return new Sheets(List.of(), List.of(finding));
  }

  private static List<Grid> grids(String path, byte[] bytes) throws IOException {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsm") || name.endsWith(".xltm")) {
      throw XlsxReader.macros();
    }
    if (bytes.length == 0) {
      throw new RefusedFile(
          "文件是空的，可能还在保存；请保存完毕后重试", "empty, perhaps still being saved; save it and try again");
    }
    if (bytes.length > WorkbookLimits.FILE_BYTES) {
      throw RefusedFile.tooMany("字节数", "bytes", WorkbookLimits.FILE_BYTES);
    }
    if (name.endsWith(".csv")) {
      return List.of(CsvGrid.read(path, bytes));
    }
    if (!name.endsWith(".xlsx") || isCompoundFile(bytes)) {
      throw new RefusedFile(
          "旧格式、加密或其他格式的工作簿不予读取；请另存为不加密的 .xlsx",
          "an old, encrypted or other format of workbook is not read; save it as .xlsx without a"
              + " password");
    }
    return XlsxReader.read(path, bytes);
  }

  /** The container of .xls files and of encrypted workbooks. */
  private static boolean isCompoundFile(byte[] bytes) {
    return bytes.length > 4
        && (bytes[0] & 0xFF) == 0xD0
        && (bytes[1] & 0xFF) == 0xCF
        && (bytes[2] & 0xFF) == 0x11
        && (bytes[3] & 0xFF) == 0xE0;
  }
}
