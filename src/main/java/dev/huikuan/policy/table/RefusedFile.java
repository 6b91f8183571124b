package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.io.IOException;

/** A file that is not read at all, with the reason and what to do; becomes a FILE_REFUSED. */
final class RefusedFile extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  RefusedFile(String zh, String en) {
    super(en);
    this.reason = new Text(zh, en);
  }

  /** A limit that was passed. */
  static RefusedFile tooMany(String zh, String en, long limit) {
    return new RefusedFile(
        "文件过大：" + zh + "超过上限 " + limit + "；请拆分成几个文件",
        "file too large: more than " + limit + " " + en + "; split it into several files");
  }

  static RefusedFile damaged() {
    return new RefusedFile(
        "文件损坏或尚未保存完毕，无法作为 .xlsx 工作簿打开；请在表格软件中重新打开并另存为 .xlsx",
        "damaged or half-written: cannot be opened as an .xlsx workbook; open it in your"
            + " spreadsheet program and save it again as .xlsx");
  }

  Finding finding(String path) {
    return Finding.error(Finding.Code.FILE_REFUSED, path, reason);
  }
}
