package dev.huikuan.app.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: time (UTC), level, logger, message, requestId, then what the line adds,
 * the stack trace last. Flat, so that it can be searched by name; logback's own encoder nests what
 * a line adds and cannot withhold what an exception quotes.
 */
final class JsonLines extends LayoutBase<ILoggingEvent> {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String doLayout(ILoggingEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("message", event.getFormattedMessage());
      added(event, json);
      if (event.getThrowableProxy() != null) {
        json.writeStringField("trace", WithheldMessages.trace(event.getThrowableProxy()));
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.append('\n').toString();
  }

  private static void added(ILoggingEvent event, JsonGenerator json) throws IOException {
    List<KeyValuePair> pairs = Optional.ofNullable(event.getKeyValuePairs()).orElseGet(List::of);
    String id = event.getMDCPropertyMap().get(LogFields.REQUEST_ID);
    if (id != null && pairs.stream().noneMatch(pair -> pair.key.equals(LogFields.REQUEST_ID))) {
      json.writeStringField(LogFields.REQUEST_ID, id);
    }
    for (KeyValuePair pair : pairs) {
      json.writeFieldName(pair.key);
      if (pair.value instanceof Number number) {
        json.writeNumber(number.toString());
      } else if (pair.value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else {
        json.writeString(String.valueOf(pair.value));
      }
    }
  }
}
