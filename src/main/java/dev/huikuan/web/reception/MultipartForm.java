package dev.huikuan.web.reception;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form with files, taken apart once and within bounds: the guard and the page read the same
 * parts.
 */
public final class MultipartForm {

  /** A body that cannot be taken apart, or is beyond its bound. */
  public static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private Unreadable(boolean tooLarge) {
      super(tooLarge ? "the form is too large" : "the form cannot be read", null, false, false);
      this.tooLarge = tooLarge;
    }

    public boolean isTooLarge() {
      return tooLarge;
    }
  }

  /** Where the container looks for the limits of a multipart body. */
  private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

  /** The attribute of a request under which its form, or why there is none, is kept. */
  private static final String ATTRIBUTE = "multipartForm";

  private static final int IN_MEMORY = 1_000_000;

  /** The most bytes of a part that is no file. */
  private static final int LONGEST_FIELD = 100_000;

  private final List<Part> parts;

  private MultipartForm(List<Part> parts) {
    this.parts = parts;
  }

  /** From now on no more than this is read of a request's form, whoever reads it. */
  public static void bound(Context ctx, long mostBytes) {
    String folder = System.getProperty("java.io.tmpdir");
    ctx.req()
        .setAttribute(LIMITS, new MultipartConfigElement(folder, mostBytes, mostBytes, IN_MEMORY));
  }

  /**
   * The form of a request.
   *
   * @throws Unreadable each time that it is asked for
   */
  public static MultipartForm of(Context ctx) {
    Object known = ctx.attribute(ATTRIBUTE);
    if (known == null) {
      known = read(ctx);
      ctx.attribute(ATTRIBUTE, known);
    }
    if (known instanceof Unreadable unreadable) {
      throw unreadable;
    }
    return (MultipartForm) known;
  }

  private static Object read(Context ctx) {
    long most =
        ctx.req().getAttribute(LIMITS) instanceof MultipartConfigElement limits
            ? limits.getMaxRequestSize()
            : IN_MEMORY;
    try {
      if (ctx.req().getContentLengthLong() > most) {
        drain(ctx, most);
        return new Unreadable(true);
      }
      return new MultipartForm(List.copyOf(ctx.req().getParts()));
    } catch (ServletException | IOException | RuntimeException broken) {
      // what is left of the body is not read: no other request can come on this connection
      ctx.header("Connection", "close");
      return new Unreadable(isTooLarge(broken));
    }
  }

  /** A browser reads the answer only when it has sent what it has. */
  private static void drain(Context ctx, long most) throws IOException {
    if (ctx.header("Expect") == null) {
      ctx.req().getInputStream().skip(2 * most);
    }
  }

  private static boolean isTooLarge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("max") || message.contains("413") || message.contains("too large")) {
        return true;
      }
    }
    return false;
  }

  /** What was typed under a name, blanks around it taken off; empty when nothing was. */
  public String text(String name) {
    return parts.stream()
        .filter(part -> name.equals(part.getName()) && part.getSubmittedFileName() == null)
        .findFirst()
        .map(part -> new String(bytes(part, LONGEST_FIELD), StandardCharsets.UTF_8).strip())
        .orElse("");
  }

  /** The files under a name; a field in which no file was chosen is none. */
  public List<Part> files(String name) {
    return parts.stream()
        .filter(part -> name.equals(part.getName()))
        .filter(part -> !Optional.ofNullable(part.getSubmittedFileName()).orElse("").isEmpty())
        .toList();
  }

  /**
   * The content of a part.
   *
   * @throws Unreadable when it has more bytes
   */
  public static byte[] bytes(Part part, int most) {
    if (part.getSize() > most) {
      throw new Unreadable(true);
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
