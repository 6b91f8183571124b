package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Known;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The properties of one object that has passed every check, with their kinds of absence. */
record Fields(JsonNode node) {

  Known<String> text(String name) {
    return known(name, JsonNode::asText);
  }

  Optional<String> optionalText(String name) {
    return text(name).toOptional();
  }

  /** A text that must be there. */
  String required(String name) {
    return node.path(name).asText();
  }

  Known<BigDecimal> number(String name) {
    return known(name, JsonNode::decimalValue);
  }

  Known<Boolean> flag(String name) {
    return known(name, JsonNode::asBoolean);
  }

  /** Null is known: not yet. */
  Known<LocalDate> date(String name) {
    return node.path(name).isNull()
        ? Known.notYet()
        : known(name, value -> Dates.date(value.asText()).orElseThrow());
  }

  OffsetDateTime moment(String name) {
    return Dates.moment(required(name)).orElseThrow();
  }

  /** Null and absent are the same: there is none. */
  Optional<Fields> object(String name) {
    return node.hasNonNull(name) ? Optional.of(new Fields(node.get(name))) : Optional.empty();
  }

  <T> Known<List<T>> list(String name, Function<Fields, T> item) {
    return known(
        name,
        array -> {
          List<T> items = new ArrayList<>();
          array.forEach(element -> items.add(item.apply(new Fields(element))));
          return items;
        });
  }

  List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    node.path(name).forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private <T> Known<T> known(String name, Function<JsonNode, T> read) {
    return node.hasNonNull(name) ? Known.of(read.apply(node.get(name))) : Known.unknown();
  }
}
