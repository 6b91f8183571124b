package dev.huikuan.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests written byte by byte, so that nothing corrects what a test wants to get wrong. */
final class Wire {

  /** An answer as it came. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private Wire() {}

  static Answer send(int port, String head, String body) {
    return send(port, head, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer send(int port, String head, byte[] bytes) {
    String length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
    String text =
        head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n" + length + "\r\n";
    byte[] all =
        Arrays.copyOf(
            text.getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_8).length + bytes.length);
    System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
    return answer(exactly(port, all, false));
  }

  /**
   * Everything that comes back for these bytes until the server closes the connection.
   *
   * @param end say that nothing more is sent
   */
  static String exactly(int port, byte[] request, boolean end) {
    try (Socket socket = connected(port)) {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      if (end) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Socket connected(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** The answer that this text is. */
  static Answer answer(String all) {
    int end = all.indexOf("\r\n\r\n");
    String[] lines = all.substring(0, Math.max(0, end)).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, all.substring(end + 4));
  }
}
