package dev.huikuan.policy;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.ReservedWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Values cell of an attribute: a closed list, {@code CODE=中文/English, CODE2=…} or bare codes,
 * or the catalogue that gives them, {@code catalogue:actions}.
 */
record AttributeValues(String catalogue, List<AllowedValue> values) {

  static AttributeValues read(RawCell cell, TermType type, Complaints complaints) {
    String text = cell.text().strip();
    if (text.isEmpty()) {
      return new AttributeValues("", List.of());
    }
    if (type != TermType.CODE && type != TermType.CODES) {
      complaints.error(
          Code.CELL_TYPE,
          cell,
          "只有代码类型的词条才有取值",
          "only terms of type code or list of codes have values");
    }
    if (text.startsWith("catalogue:")) {
      String catalogue = text.substring("catalogue:".length()).strip();
      if (!CatalogueColumns.BY_CATALOGUE.containsKey(catalogue)) {
        complaints.unknown(
            Code.UNKNOWN_CODE,
            cell,
            new Text("没有目录 `" + catalogue + "`", "there is no catalogue `" + catalogue + "`"),
            Text.same("actions, holds, alerts, advice, roles"),
            Wording.nearest(catalogue, CatalogueColumns.BY_CATALOGUE.keySet()));
      }
      return new AttributeValues(catalogue, List.of());
    }
    Map<String, AllowedValue> values = new LinkedHashMap<>();
    for (String part : text.split("[,，、;；\\n]")) {
      if (!part.isBlank()) {
        AllowedValue value = value(part.strip(), cell, complaints);
        if (values.putIfAbsent(value.code(), value) != null) {
          complaints.error(
              Code.DUPLICATE,
              cell,
              "取值 `" + value.code() + "` 写了两次",
              "the value `" + value.code() + "` is written twice");
        }
      }
    }
    return new AttributeValues("", List.copyOf(values.values()));
  }

  private static AllowedValue value(String part, RawCell cell, Complaints complaints) {
    String code = part.split("[=＝]", 2)[0].strip();
    Text label = Text.same(code);
    if (code.length() < part.length()) {
      String[] labels =
          part.substring(part.indexOf(code) + code.length()).strip().substring(1).split("[/／]", 2);
      if (labels.length < 2 || labels[0].isBlank() || labels[1].isBlank()) {
        complaints.error(
            Code.MISSING_TEXT,
            cell,
            "`" + code + "` 要写成 代码=中文/English",
            "`" + code + "` is written CODE=中文/English");
      } else {
        label = new Text(labels[0].strip(), labels[1].strip());
      }
    }
    boolean reserved =
        ReservedWords.contains(code)
            || ReservedWords.contains(label.zh())
            || ReservedWords.contains(label.en());
    if (code.isEmpty() || reserved) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "`" + part + "` 含有保留字，不能作为取值",
          "`" + part + "` has a reserved word and cannot be a value");
    }
    return new AllowedValue(code, label);
  }
}
