package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The words of the policy in service: terms and catalogues, with labels in both languages. */
final class VocabularyJson {

  private VocabularyJson() {}

  static ObjectNode of(Policy policy) {
    ObjectNode body = Json.object().put("policyVersion", policy.version());
    ArrayNode terms = body.putArray("terms");
    policy.vocabulary().terms().forEach(term -> terms.add(term(term)));
    ObjectNode catalogues = body.putObject("catalogues");
    new TreeMap<>(policy.catalogues())
        .forEach((name, catalogue) -> catalogues.set(name, catalogue(catalogue)));
    return body;
  }

  private static ObjectNode term(Term term) {
    ObjectNode node = Json.object().put("code", term.code());
    node.set("label", Json.both(term.label()));
    node.put("level", term.level().name()).put("onAccount", term.onAccount());
    node.put("origin", term.origin().name()).put("type", term.type().name());
    node.put("unit", term.unit());
    bound(node, "min", term.min());
    bound(node, "max", term.max());
    node.put("catalogue", term.catalogue());
    node.set("values", values(term.values()));
    return node.put("where", term.where()).put("overridable", term.overridable());
  }

  private static void bound(ObjectNode node, String name, Optional<Long> micros) {
    if (micros.isPresent()) {
      node.put(name, Micros.toDecimal(micros.get()));
    } else {
      node.putNull(name);
    }
  }

  private static ArrayNode values(List<AllowedValue> values) {
    ArrayNode array = Json.array(List.of());
    for (AllowedValue value : values) {
      array.addObject().put("code", value.code()).set("label", Json.both(value.label()));
    }
    return array;
  }

  private static ArrayNode catalogue(Catalogue catalogue) {
    ArrayNode entries = Json.array(List.of());
    for (CatalogueEntry entry : catalogue.entries().values()) {
      ObjectNode node = entries.addObject().put("code", entry.code());
      node.set("label", Json.both(entry.label()));
      node.put("disabled", entry.disabled());
      ObjectNode columns = node.putObject("columns");
      entry.columns().forEach(columns::put);
    }
    return entries;
  }
}
