package dev.huikuan.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that no JSON route may take, by what is wrong with them. */
final class HostileBodies {

  private HostileBodies() {}

  /** Each without a line end, so that it can be a line of a batch, too. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("truncated", utf8("{\"customer\":{\"id\""));
    all.put("truncated in a character", new byte[] {'{', '"', (byte) 0xE5, (byte) 0xAE});
    all.put("deep arrays", utf8("[".repeat(100_000)));
    all.put("deep objects", utf8("{\"a\":".repeat(20_000)));
    all.put("deep in a case", utf8(with("contacts", "[".repeat(60) + "]".repeat(60))));
    all.put("exponent of millions", utf8(amount("1e5000000")));
    all.put("negative exponent of millions", utf8(amount("1e-5000000")));
    all.put("400 digits", utf8(amount("9".repeat(400))));
    all.put("100,000 digits", utf8(amount("9".repeat(100_000))));
    all.put("NaN", utf8(amount("NaN")));
    all.put("Infinity", utf8(amount("-Infinity")));
    all.put("hexadecimal", utf8(amount("0x10")));
    all.put("key twice", utf8(with("customer", "{\"id\":\"D\"}")));
    all.put("key twice by escape", utf8(with("\\u0063ustomer", "{\"id\":\"D\"}")));
    all.put("two documents", utf8(with("contacts", "[]") + " {}"));
    all.put("an object for a list", utf8(with("contracts", "{\"a\":1,\"b\":[2]}")));
    all.put("prototype", utf8(with("__proto__", "{\"admin\":true}")));
    all.put("type of a class", utf8(with("class", "\"java.net.URL\"")));
    all.put("UTF-16", named("x").getBytes(StandardCharsets.UTF_16));
    all.put("UTF-16LE", named("x").getBytes(StandardCharsets.UTF_16LE));
    all.put("UTF-32", named("x").getBytes(Charset.forName("UTF-32")));
    all.put("GBK", named("客户").getBytes(Charset.forName("GBK")));
    all.put("Latin-1", named("é").getBytes(StandardCharsets.ISO_8859_1));
    all.put("overlong", named("x", 0xC0, 0xAF));
    all.put("overlong NUL", named("x", 0xC0, 0x80));
    all.put("half a character in bytes", named("x", 0xED, 0xA0, 0x80));
    all.put("beyond Unicode", named("x", 0xF4, 0x90, 0x80, 0x80));
    all.put("half a character", utf8(named("\\ud800")));
    all.put("two marks", utf8("\uFEFF\uFEFF" + named("x")));
    all.put("NUL", named("x", 0));
    all.put("NUL escaped", utf8(named("\\u0000")));
    all.put("terminal escape", utf8(named("\\u001b]0;x\\u0007")));
    all.put("raw control", named("x", 0x1B));
    all.put("right-to-left override", utf8(named("fdp.\u202Eexe")));
    all.put("isolate", utf8(named("\\u2066x")));
    all.put("control in a name", utf8(with("a\\u0000", "1")));
    all.put(
        "not JSON",
        utf8(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"));
    all.put("comment", utf8("/* */" + named("x")));
    return all;
  }

  private static String amount(String number) {
    return "{\"customer\":{\"id\":\"C\"},\"receivables\":[{\"id\":\"R\",\"amount\":"
        + number
        + "}]}";
  }

  private static String with(String property, String value) {
    return "{\"customer\":{\"id\":\"C\"},\"receivables\":[],\"" + property + "\":" + value + "}";
  }

  private static String named(String name) {
    return "{\"customer\":{\"id\":\"C\",\"name\":\"" + name + "\"},\"receivables\":[]}";
  }

  /** With these bytes in place of the name's last character. */
  private static byte[] named(String name, int... bytes) {
    String json = named(name);
    int at = json.indexOf("\"},\"rec");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(utf8(json.substring(0, at)));
    for (int b : bytes) {
      out.write(b);
    }
    out.writeBytes(utf8(json.substring(at)));
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
