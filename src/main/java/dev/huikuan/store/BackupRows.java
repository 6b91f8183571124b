package dev.huikuan.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Rows of a table as lines, each a JSON array: text, whole numbers, null, and bytes as {@code
 * {"bytes": BASE64}}.
 */
final class BackupRows {

  private static final int LONGEST_VALUE = 200_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_VALUE)
                  .maxDocumentLength(-1)
                  .build())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private static final int AT_ONCE = 500;

  private BackupRows() {}

  /** Writes what is left of the rows; how many. */
  static long write(ResultSet rows, int columns, OutputStream out)
      throws SQLException, IOException {
    long count = 0;
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setRootValueSeparator(null);
      while (rows.next()) {
        json.writeStartArray();
        for (int i = 1; i <= columns; i++) {
          write(rows.getObject(i), json);
        }
        json.writeEndArray();
        json.writeRaw('\n');
        count++;
      }
    }
    return count;
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof byte[] bytes) {
      json.writeStartObject();
      json.writeBinaryField("bytes", bytes);
      json.writeEndObject();
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof String text) {
      json.writeString(text);
    } else {
      throw new IllegalStateException("a column of an unexpected type: " + value.getClass());
    }
  }

  /** Inserts every line; how many. */
  static long read(InputStream in, int columns, PreparedStatement insert)
      throws SQLException, IOException {
    long count = 0;
    try (JsonParser json = JSON.createParser(in)) {
      while (json.nextToken() == JsonToken.START_ARRAY) {
        for (int i = 1; i <= columns; i++) {
          bind(json, insert, i);
        }
        expect(json.nextToken() == JsonToken.END_ARRAY);
        insert.addBatch();
        count++;
        if (count % AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      expect(json.currentToken() == null);
      insert.executeBatch();
    }
    return count;
  }

  private static void bind(JsonParser json, PreparedStatement insert, int at)
      throws SQLException, IOException {
    switch (json.nextToken()) {
      case VALUE_NULL -> insert.setNull(at, Types.NULL);
      case VALUE_STRING -> insert.setString(at, json.getText());
      case VALUE_NUMBER_INT -> insert.setLong(at, json.getLongValue());
      case START_OBJECT -> {
        expect("bytes".equals(json.nextFieldName()));
        expect(json.nextToken() == JsonToken.VALUE_STRING);
        insert.setBytes(at, json.getBinaryValue());
        expect(json.nextToken() == JsonToken.END_OBJECT);
      }
      default -> expect(false);
    }
  }

  private static void expect(boolean right) throws IOException {
    if (!right) {
      throw new IOException("a row of the backup is broken");
    }
  }
}
