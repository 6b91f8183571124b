package dev.huikuan.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named, ordered list of codes: actions, holds, alerts, advice or roles. */
public record Catalogue(String name, Map<String, CatalogueEntry> entries) {

  public Catalogue {
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  public Optional<CatalogueEntry> find(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** The entry; a bug when the code is not in the catalogue. */
  public CatalogueEntry get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalStateException("no " + code + " in catalogue " + name));
  }

  public Collection<String> codes() {
    return entries.keySet();
  }

  /** Position of the code, the order of PRIORITY and of holds; after all others when unknown. */
  public int order(String code) {
    int index = List.copyOf(entries.keySet()).indexOf(code);
    return index < 0 ? entries.size() : index;
  }

  public List<AllowedValue> allowedValues() {
    return entries.values().stream().map(e -> new AllowedValue(e.code(), e.label())).toList();
  }
}
