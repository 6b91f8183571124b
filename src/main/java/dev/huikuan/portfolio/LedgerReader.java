package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads a CSV ledger row by row; what is wrong with a row is noted and the rest goes on. */
final class LedgerReader {

  /** What came of a file. */
  record Read(List<LedgerRow> rows, List<RowFault> faults, long lines) {}

  private record Column(Target target, String header, int index) {}

  private final LedgerMapping mapping;
  private final LedgerCell cells;
  private final Map<String, JsonNode> constants = new LinkedHashMap<>();
  private final List<LedgerRow> rows = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final Map<String, Long> seen = new HashMap<>();
  private List<Column> columns = List.of();
  private int width;

  private LedgerReader(LedgerMapping mapping) throws InvalidLedger {
    this.mapping = mapping;
    this.cells = new LedgerCell(mapping);
    for (Map.Entry<String, JsonNode> constant : mapping.constants().entrySet()) {
      Target target = Target.named(constant.getKey()).orElseThrow();
      try {
        cells.checked(target, constant.getValue()).ifPresent(v -> constants.put(target.name(), v));
      } catch (LedgerCell.Unfit e) {
        throw new InvalidLedger(
            "映射文件 /constants/" + target.name() + "：" + e.text().zh(),
            "mapping /constants/" + target.name() + ": " + e.text().en());
      }
    }
  }

  /**
   * @param progress is told how many rows have been read
   */
  static Read read(InputStream in, LedgerMapping mapping, LongConsumer progress)
      throws InvalidLedger, IOException {
    return new LedgerReader(mapping).read(in, progress);
  }

  private Read read(InputStream in, LongConsumer progress) throws InvalidLedger, IOException {
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
        if (columns.isEmpty()) {
          header(row);
        } else {
          row(row);
          progress.accept(++count);
        }
      }
    } catch (CharacterCodingException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e, count);
    }
    if (columns.isEmpty()) {
      throw new InvalidLedger("文件是空的：应有一行列名", "the file is empty: expected a header row");
    }
    return new Read(rows, faults, count);
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
    List<Column> found = new ArrayList<>();
    for (Map.Entry<String, String> wanted : wanted(headers).entrySet()) {
      Optional<Target> target = Target.named(wanted.getKey());
      int index = index(headers, wanted.getValue());
      if (target.isEmpty()) {
        wrong.add(noTarget(wanted.getKey()));
      } else if (index < 0) {
        wrong.add(noColumn(wanted.getValue(), headers));
      } else {
        found.add(new Column(target.get(), headers.get(index), index));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidLedger(wrong);
    }
    columns = found;
  }

  private Map<String, String> wanted(List<String> headers) throws InvalidLedger {
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

  private void row(CsvRecord row) {
    int before = faults.size();
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != width) {
      fault(
          line,
          "",
          "应有 " + width + " 列，实为 " + row.getFieldCount() + " 列",
          "must have " + width + " fields, has " + row.getFieldCount());
      return;
    }
    Map<String, JsonNode> values = new LinkedHashMap<>(constants);
    for (Column column : columns) {
      try {
        values.remove(column.target().name());
        Optional<JsonNode> value = cells.read(column.target(), row.getField(column.index()));
        Optional<JsonNode> constant = Optional.ofNullable(constants.get(column.target().name()));
        value.or(() -> constant).ifPresent(v -> values.put(column.target().name(), v));
      } catch (LedgerCell.Unfit e) {
        faults.add(new RowFault(line, column.header(), e.text()));
      }
    }
    LedgerRow read = new LedgerRow(line, values);
    if (faults.size() == before && isComplete(read)) {
      rows.add(read);
    }
  }

  private boolean isComplete(LedgerRow row) {
    int before = faults.size();
    for (String needed : List.of(Target.CUSTOMER_ID, Target.RECEIVABLE_ID)) {
      if (row.text(needed).isEmpty()) {
        fault(row.line(), header(needed), "不能为空", "must not be empty");
      }
    }
    if (row.number(Target.AMOUNT).isEmpty() && row.number(Target.OUTSTANDING).isEmpty()) {
      fault(
          row.line(),
          header(Target.AMOUNT),
          "金额和未收余额不能都为空",
          "amount and outstanding must not both be empty");
    }
    if (faults.size() == before) {
      isNew(row);
    }
    return faults.size() == before;
  }

  private void isNew(LedgerRow row) {
    String key =
        row.text(Target.LEDGER).orElse("")
            + '\u0000'
            + row.text(Target.CUSTOMER_ID).orElse("")
            + '\u0000'
            + row.text(Target.RECEIVABLE_ID).orElse("");
    Long first = seen.putIfAbsent(key, row.line());
    if (first != null) {
      String id = row.text(Target.RECEIVABLE_ID).orElse("");
      fault(
          row.line(),
          header(Target.RECEIVABLE_ID),
          "`" + id + "` 与第 " + first + " 行重复；只计第一次",
          "`" + id + "` is already on line " + first + "; only the first one counts");
    }
  }

  private String header(String target) {
    return columns.stream()
        .filter(column -> column.target().name().equals(target))
        .map(Column::header)
        .findFirst()
        .orElse(target);
  }

  private void fault(long line, String column, String zh, String en) {
    faults.add(new RowFault(line, column, new Text(zh, en)));
  }
}
