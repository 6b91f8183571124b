package dev.huikuan.portfolio;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a CSV ledger row by row; what is wrong with a row is noted and the rest goes on. Only the
 * columns that are mapped are handed on.
 */
final class LedgerReader {

  /** Gets the rows. */
  @FunctionalInterface
  interface Taker {
    /**
     * @param line where the row begins
     * @param fields of the columns of {@link LedgerRows}, as written
     */
    void take(long line, List<String> fields) throws IOException;
  }

  private final LedgerMapping mapping;
  private final LedgerRows rows;
  private final Consumer<RowFault> faults;
  private List<Integer> wanted = List.of();
  private int width;

  /**
   * @param rows learns the columns from the header
   */
  LedgerReader(LedgerMapping mapping, LedgerRows rows, Consumer<RowFault> faults) {
    this.mapping = mapping;
    this.rows = rows;
    this.faults = faults;
  }

  /**
   * Reads the whole file.
   *
   * @return how many rows it has
   */
  long read(InputStream in, Taker taker) throws InvalidLedger, IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(in, mapping.encoding().newDecoder()));
    long count = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(mapping.delimiter())
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      for (CsvRecord row : csv) {
        if (width == 0) {
          header(row);
        } else {
          count++;
          row(row, taker);
        }
      }
    } catch (CharacterCodingException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e, count);
    }
    if (width == 0) {
      throw new InvalidLedger("文件是空的：应有一行列名", "the file is empty: expected a header row");
    }
    return count;
  }

  private InvalidLedger unreadable(Exception e, long count) throws IOException {
    boolean encoding = false;
    for (Throwable t = e; t != null; t = t.getCause()) {
      encoding |= t instanceof CharacterCodingException;
    }
    if (encoding) {
      return new InvalidLedger(
          "文件不是 " + mapping.encoding() + " 编码；请在映射中写明 encoding，例如 GB18030",
          "the file is not "
              + mapping.encoding()
              + "; name its encoding in the mapping, for example GB18030");
    }
    if (e instanceof UncheckedIOException io) {
      throw io.getCause();
    }
    return new InvalidLedger(
        "约在第 " + (count + 2) + " 行：CSV 引号不配对或字段过长",
        "near line " + (count + 2) + ": unbalanced quotes or a field that is too long");
  }

  private void header(CsvRecord row) throws InvalidLedger {
    List<String> headers = new ArrayList<>();
    row.getFields().forEach(field -> headers.add(field.replace("\uFEFF", "").strip()));
    width = headers.size();
    List<Text> wrong = new ArrayList<>();
    List<LedgerRows.Column> found = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Map.Entry<String, String> wanted : columns(headers).entrySet()) {
      Optional<Target> target = Target.named(wanted.getKey());
      int index = index(headers, wanted.getValue());
      if (target.isEmpty()) {
        wrong.add(noTarget(wanted.getKey()));
      } else if (index < 0) {
        wrong.add(noColumn(wanted.getValue(), headers));
      } else {
        found.add(new LedgerRows.Column(target.get(), headers.get(index), places.size()));
        places.add(index);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidLedger(wrong);
    }
    rows.columns(found);
    wanted = places;
  }

  private Map<String, String> columns(List<String> headers) throws InvalidLedger {
    if (!mapping.columns().isEmpty()) {
      return mapping.columns();
    }
    if (!headers.contains(Target.CUSTOMER_ID) || !headers.contains(Target.RECEIVABLE_ID)) {
      throw new InvalidLedger(
          "没有映射文件时，列名应为 customer.id、receivable.id、receivable.amount 等；其他列名请用 --mapping 说明",
          "without --mapping the headers must be customer.id, receivable.id, receivable.amount …;"
              + " give a mapping for other headers");
    }
    Map<String, String> result = new LinkedHashMap<>();
    headers.forEach(header -> result.put(header, header));
    return result;
  }

  private static int index(List<String> headers, String wanted) {
    int exact = headers.indexOf(wanted);
    if (exact >= 0) {
      return exact;
    }
    String key = Wording.normalise(wanted);
    for (int i = 0; i < headers.size(); i++) {
      if (Wording.normalise(headers.get(i)).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static Text noTarget(String header) {
    List<String> near = Wording.nearest(header, Target.names());
    return new Text(
        "第 1 行，`" + header + "`：不是已知的目标；最接近的：" + near,
        "line 1, `" + header + "`: no such target; nearest: " + near);
  }

  private static Text noColumn(String wanted, List<String> headers) {
    List<String> near = Wording.nearest(wanted, headers);
    return new Text(
        "第 1 行：没有映射所说的列 `" + wanted + "`；" + hint("最接近的：", near, "现有：", headers),
        "line 1: no column `"
            + wanted
            + "` as the mapping says; "
            + hint("nearest: ", near, "there are: ", headers));
  }

  private static String hint(String one, List<String> near, String other, List<String> all) {
    return near.isEmpty() ? other + String.join(", ", all) : one + String.join(", ", near);
  }

  private void row(CsvRecord row, Taker taker) throws IOException {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != width) {
      Text text =
          new Text(
              "应有 " + width + " 列，实为 " + row.getFieldCount() + " 列",
              "must have " + width + " fields, has " + row.getFieldCount());
      faults.accept(new RowFault(line, "", text));
      return;
    }
    taker.take(line, wanted.stream().map(row::getField).toList());
  }
}
