package dev.huikuan.decision.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.huikuan.domain.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What is not JSON in UTF-8 at all: one fault, with line and column. */
final class Malformed {

  private Malformed() {}

  static InvalidCase at(String pointer, long line, long column, Text what) {
    Text text =
        new Text(
            "第 " + line + " 行第 " + column + " 列：" + what.zh(),
            "line " + line + ", column " + column + ": " + what.en());
    return new InvalidCase(true, List.of(new CaseFault(pointer, "MALFORMED", text)));
  }

  static InvalidCase from(JacksonException e) {
    JsonLocation at = e.getLocation();
    Text what;
    if (e instanceof StreamConstraintsException) {
      what = new Text("嵌套超过 50 层或文本过长", "nested more than 50 deep, or a text too long");
    } else if (e instanceof JsonEOFException) {
      what = new Text("JSON 在此中断", "the JSON ends here, unfinished");
    } else {
      String found = e.getOriginalMessage().replaceAll("\\s+", " ");
      String shown = found.substring(0, Math.min(120, found.length())).toLowerCase(Locale.ROOT);
      what = new Text("不是有效的 JSON", "not JSON: " + shown);
    }
    return at("", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), what);
  }

  /** The text of the bytes, without a byte order mark. */
  static String decode(byte[] bytes) throws InvalidCase {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (decoder.decode(in, out, true).isError()) {
      String before = new String(bytes, start, in.position() - start, StandardCharsets.UTF_8);
      long line = 1 + before.chars().filter(c -> c == '\n').count();
      long column = before.length() - before.lastIndexOf('\n');
      String octet = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
      throw at(
          "",
          line,
          column,
          new Text(
              "字节 " + octet + " 不是 UTF-8，请以 UTF-8 保存",
              "byte " + octet + " is not UTF-8; save it as UTF-8"));
    }
    return out.flip().toString();
  }
}
