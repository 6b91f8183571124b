package dev.huikuan.policy.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a workbook as text that becomes the same bytes again. */
record XmlText(String text, Charset charset) {

  private static final Pattern DECLARED =
      Pattern.compile("^\\uFEFF?<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final int LONGEST_DECLARATION = 200;

  /**
   * @throws RefusedFile when the text does not say the same bytes again
   */
  static XmlText of(byte[] bytes) throws RefusedFile {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    if (!Arrays.equals(text.getBytes(charset), bytes)) {
      throw RefusedFile.damaged();
    }
    return new XmlText(text, charset);
  }

  private static Charset charset(byte[] bytes) throws RefusedFile {
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    int length = Math.min(bytes.length, LONGEST_DECLARATION);
    Matcher declared = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.UTF_8));
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw RefusedFile.damaged();
    }
  }

  /** Another text in the same encoding. */
  byte[] with(String other) {
    return other.getBytes(charset);
  }

  /** A text as it stands in XML, whatever the encoding. */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> {
                  if (c < 0x7F) {
                    xml.append((char) c);
                  } else {
                    xml.append("&#").append(c).append(';');
                  }
                }
              }
            });
    return xml.toString();
  }
}
