package dev.huikuan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One row of a catalogue: a code with labels and the catalogue's fixed columns, each a text as
 * written and checked at load.
 *
 * @param disabled never a candidate, never emitted
 * @param columns the fixed columns that are not empty, by name (see {@link CatalogueColumns})
 * @param location where it was read
 */
public record CatalogueEntry(
    String code, Text label, boolean disabled, Map<String, String> columns, String location) {

  private static final Pattern SEPARATOR = Pattern.compile("[,，、;|]");

  public CatalogueEntry {
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A column's text, empty when the cell is. */
  public String column(String name) {
    return columns.getOrDefault(name, "");
  }

  /** A column of codes separated by commas; empty when the cell is. */
  public List<String> list(String name) {
    return SEPARATOR
        .splitAsStream(column(name))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  public Optional<Integer> whole(String name) {
    return column(name).isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(column(name)));
  }

  /** A pair of columns {@code name (zh)} and {@code name (en)}. */
  public Text text(String name) {
    return new Text(column(name + " (zh)"), column(name + " (en)"));
  }
}
