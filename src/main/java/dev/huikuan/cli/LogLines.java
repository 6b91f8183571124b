package dev.huikuan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.huikuan.records.Housekeeping.Whole;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.StoredDecision;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decisions as lines of JSON, the case and the answer as they were kept. */
final class LogLines {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator json;
  private long count;

  LogLines(OutputStream out) throws IOException {
    json = JSON.createGenerator(out).setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  void add(Whole whole) {
    try {
      write(whole);
      count++;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** How many were written, all of them out. */
  long finished() throws IOException {
    json.flush();
    return count;
  }

  private void write(Whole whole) throws IOException {
    StoredDecision decision = whole.decision();
    json.writeStartObject();
    json.writeStringField("id", decision.id());
    json.writeStringField("ledger", decision.ledger());
    json.writeStringField("customerId", decision.customerId());
    json.writeStringField("asOf", decision.asOf());
    json.writeStringField("recordedAt", decision.recordedAt().toString());
    json.writeStringField("policyVersion", decision.policyVersion());
    json.writeStringField("engineVersion", decision.engineVersion());
    text("idempotencyKey", decision.idempotency().map(IdempotencyKey::key));
    text("basedOn", decision.basedOn());
    json.writeStringField("actor", decision.actor());
    json.writeBooleanField("erased", decision.erased());
    raw("case", decision.caseJson());
    raw("decision", decision.answer());
    json.writeArrayFieldStart("outcomes");
    for (Outcome outcome : whole.outcomes()) {
      write(outcome);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Whatever is a line break in JSON stands between its tokens. */
  private void raw(String name, byte[] kept) throws IOException {
    json.writeFieldName(name);
    String text = new String(kept, StandardCharsets.UTF_8);
    json.writeRawValue(text.isEmpty() ? "null" : text.replace('\n', ' ').replace('\r', ' '));
  }

  private void write(Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", outcome.id());
    json.writeStringField("type", outcome.type().name());
    json.writeArrayFieldStart("receivableIds");
    for (String id : outcome.receivableIds()) {
      json.writeString(id);
    }
    json.writeEndArray();
    text("action", outcome.action());
    text("channel", outcome.channel());
    json.writeFieldName("amount");
    if (outcome.amount().isPresent()) {
      json.writeNumber(outcome.amount().get());
    } else {
      json.writeNull();
    }
    text("promisedOn", outcome.promisedOn().map(Object::toString));
    text("offer", outcome.offer().map(Enum::name));
    json.writeStringField("on", outcome.on());
    text("note", outcome.note());
    text("actor", outcome.actor());
    json.writeStringField("reporter", outcome.reporter());
    json.writeStringField("recordedAt", outcome.recordedAt().toString());
    json.writeEndObject();
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
