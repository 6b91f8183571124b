package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Item definitions: the types of terms with what they allow, unknown (null) always among it. */
final class DmnTypes {

  /**
   * An item definition.
   *
   * @param of its base type, empty when it has components
   * @param allowed unary tests, empty when anything of the base type is allowed
   */
  record Item(
      String name, String of, String allowed, boolean collection, List<Component> components) {}

  /** A component of a structured type. */
  record Component(String name, String type) {}

  private final Map<String, Item> items = new LinkedHashMap<>();

  List<Item> items() {
    return List.copyOf(items.values());
  }

  static String base(TermType type) {
    if (type.isNumeric()) {
      return "number";
    }
    return switch (type) {
      case DATE -> "date";
      case TIME -> "time";
      case YES_NO -> "boolean";
      default -> "string";
    };
  }

  /** What a term allows, as unary tests; empty when nothing is said. */
  static String allowed(Term term) {
    if (!term.values().isEmpty()) {
      return Feel.texts(term.values().stream().map(AllowedValue::code).toList()) + ", null";
    }
    boolean sure = term.origin() == Origin.GIVEN || term.origin() == Origin.DERIVED;
    if (!term.type().isNumeric() || !sure) {
      return "";
    }
    String min = term.min().map(Feel::number).orElse("");
    String max = term.max().map(Feel::number).orElse("");
    if (min.isEmpty() && max.isEmpty()) {
      return "";
    }
    String range =
        min.isEmpty() ? "<= " + max : max.isEmpty() ? ">= " + min : "[" + min + ".." + max + "]";
    return range + ", null";
  }

  private String item(String name, String of, String allowed, boolean collection) {
    items.putIfAbsent(name, new Item(name, of, allowed, collection, List.of()));
    return name;
  }

  private static String named(String name) {
    return "t" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The type of a term where it is given. */
  String given(Term term) {
    String allowed = allowed(term);
    return of(term, allowed);
  }

  /** The type of a term where it is decided: numbers may be computed beyond the term's bounds. */
  String decided(Term term) {
    return of(term, term.values().isEmpty() ? "" : allowed(term));
  }

  private String of(Term term, String allowed) {
    String name = named(FeelNames.plain(term.code()));
    if (term.type() == TermType.CODES) {
      String of = allowed.isEmpty() ? "string" : item(name + "_item", "string", allowed, false);
      return item(name, of, "", true);
    }
    return allowed.isEmpty() ? base(term.type()) : item(name, base(term.type()), allowed, false);
  }

  /** The type of a list of a term's codes, also of those that several rows decided. */
  String codes(Term term) {
    return term.type() == TermType.CODES
        ? given(term)
        : list(FeelNames.plain(term.code()), decided(term));
  }

  /** The type of several results. */
  String structure(String name, List<Component> components) {
    String type = named(name) + "_result";
    items.putIfAbsent(type, new Item(type, "", "", false, List.copyOf(components)));
    return type;
  }

  /** The type of the results of all rows that match. */
  String list(String name, String of) {
    return item(named(name) + "_list", of, "", true);
  }

  /** Components by name and type. */
  static List<Component> components(List<Drg.Result> results) {
    List<Component> components = new ArrayList<>();
    results.forEach(result -> components.add(new Component(result.name(), result.type())));
    return components;
  }
}
