package dev.huikuan.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.RowFault;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.SimulationResult.Hold;
import dev.huikuan.simulation.SimulationResult.Move;
import dev.huikuan.simulation.SimulationResult.Offer;
import dev.huikuan.simulation.SimulationResult.Recovery;
import dev.huikuan.simulation.SimulationResult.Sum;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads back what {@link SimulationJson} wrote; its texts are in that one language. */
public final class StoredResult {

  private StoredResult() {}

  public static SimulationResult of(JsonNode json) {
    return new SimulationResult(
        json.path("asOf").asText(""),
        json.path("activeVersion").asText(),
        json.path("candidateVersion").asText(),
        json.path("baseCurrency").asText(),
        json.path("accounts").asLong(),
        json.path("changed").asLong(),
        json.path("otherAction").asLong(),
        json.path("onlyExplained").asLong(),
        map(json.path("differs"), JsonNode::asLong),
        list(json.path("moves"), StoredResult::move),
        list(json.path("actions"), StoredResult::count),
        list(json.path("holds"), StoredResult::hold),
        list(json.path("offers"), StoredResult::offer),
        list(json.path("expectedNet"), StoredResult::recovery),
        list(json.path("workload"), StoredResult::count),
        list(json.path("top"), StoredResult::account),
        map(json.path("labels"), label -> Text.same(label.asText())),
        list(json.at("/errors/items"), StoredResult::fault),
        json.at("/errors/count").asInt());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
  }

  private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> reader) {
    Map<String, T> map = new LinkedHashMap<>();
    object.properties().forEach(p -> map.put(p.getKey(), reader.apply(p.getValue())));
    return map;
  }

  private static Move move(JsonNode json) {
    return new Move(
        json.path("from").asText(), json.path("to").asText(), json.path("accounts").asLong());
  }

  private static Count count(JsonNode json) {
    return new Count(
        json.path("code").asText(), json.path("before").asLong(), json.path("after").asLong());
  }

  private static Hold hold(JsonNode json) {
    return new Hold(
        json.path("code").asText(),
        json.path("before").asLong(),
        json.path("after").asLong(),
        json.path("gained").asLong(),
        json.path("lost").asLong());
  }

  private static Offer offer(JsonNode json) {
    return new Offer(
        OfferKind.valueOf(json.path("kind").asText()),
        json.path("currency").asText(),
        json.path("total").asBoolean(),
        sum(json.path("before")),
        sum(json.path("after")));
  }

  private static Recovery recovery(JsonNode json) {
    return new Recovery(
        json.path("currency").asText(), sum(json.path("before")), sum(json.path("after")));
  }

  private static Sum sum(JsonNode json) {
    return new Sum(json.path("count").asLong(), number(json.path("amount")));
  }

  private static BigDecimal number(JsonNode json) {
    return json.decimalValue();
  }

  private static ChangedAccount account(JsonNode json) {
    return new ChangedAccount(
        json.path("customerId").asText(),
        Optional.ofNullable(json.path("customerName").textValue()),
        json.path("ledger").asText(),
        side(json.path("before")),
        side(json.path("after")),
        number(json.path("netChange")),
        list(json.path("differs"), JsonNode::asText),
        list(json.path("trace"), StoredResult::step));
  }

  private static ChangedAccount.Side side(JsonNode json) {
    Optional<Recommendation.Amount> net =
        Optional.ofNullable(json.path("currency").textValue())
            .map(currency -> new Recommendation.Amount(currency, number(json.path("net"))));
    return new ChangedAccount.Side(
        json.path("action").asText(),
        Text.same(json.path("label").asText()),
        Text.same(json.path("reason").asText()),
        net,
        number(json.path("priority")),
        json.path("decidedBy").asText());
  }

  private static ChangedAccount.Step step(JsonNode json) {
    return new ChangedAccount.Step(
        json.path("decision").asText(),
        list(json.path("receivables"), JsonNode::asText),
        list(json.path("before"), StoredResult::row),
        list(json.path("after"), StoredResult::row));
  }

  private static ChangedAccount.Row row(JsonNode json) {
    return new ChangedAccount.Row(
        json.path("row").asText(),
        json.path("location").asText(),
        Text.same(json.path("text").asText()));
  }

  private static RowFault fault(JsonNode json) {
    return new RowFault(
        json.path("line").asLong(),
        json.path("column").asText(),
        Text.same(json.path("message").asText()));
  }
}
