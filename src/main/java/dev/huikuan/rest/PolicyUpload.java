package dev.huikuan.rest;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the multipart body of a draft: parts {@code file}, {@code delete} and {@code note}. */
final class PolicyUpload {

  private static final String MULTIPART = "multipart/form-data";

  /** Where the container looks for the limits of a multipart body. */
  private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

  private static final int IN_MEMORY = 1_000_000;

  private final List<PolicyFile> files = new ArrayList<>();
  private final List<String> deletes = new ArrayList<>();
  private final List<CaseFault> faults = new ArrayList<>();
  private String note = "";
  private long bytes;

  private PolicyUpload() {}

  static Upload read(Context ctx) {
    requireMultipart(ctx);
    if (ctx.req().getContentLengthLong() > Upload.MOST_BYTES) {
      drain(ctx);
      throw tooLarge();
    }
    PolicyUpload upload = new PolicyUpload();
    for (Part part : parts(ctx)) {
      upload.add(part);
    }
    if (!upload.faults.isEmpty()) {
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text("上传的内容有误", "the upload has parts that are not understood"),
          upload.faults);
    }
    return new Upload(upload.files, upload.deletes, upload.note);
  }

  /** A client that does not ask first reads the answer only when it has sent what it has. */
  private static void drain(Context ctx) {
    try {
      if (ctx.header("Expect") == null) {
        ctx.req().getInputStream().skip(2L * Upload.MOST_BYTES);
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private static void requireMultipart(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(MULTIPART)) {
      throw Problem.of(
          ProblemCode.MEDIA_TYPE,
          new Text(
              "Content-Type：应为 `" + MULTIPART + "`，实际为 `" + type + "`",
              "Content-Type: expected `" + MULTIPART + "`, found `" + type + "`"));
    }
  }

  /** What the container cannot take apart is the sender's fault, as are parts beyond its limits. */
  private static Collection<Part> parts(Context ctx) {
    ctx.req().setAttribute(LIMITS, limits());
    try {
      return ctx.req().getParts();
    } catch (ServletException | IOException | RuntimeException unreadable) {
      // what is left of the body is not read: no other request can come on this connection
      ctx.header("Connection", "close");
      if (isTooLarge(unreadable)) {
        throw tooLarge();
      }
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              "无法按 multipart/form-data 解析正文",
              "the body cannot be read as multipart/form-data: is it complete, and is its boundary"
                  + " the one of the Content-Type?"));
    }
  }

  /** One file that is too large is looked at when all has come: then the sender hears of it. */
  private static MultipartConfigElement limits() {
    return new MultipartConfigElement(
        System.getProperty("java.io.tmpdir"), Upload.MOST_BYTES, Upload.MOST_BYTES, IN_MEMORY);
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

  private static Problem tooLarge() {
    return PolicyProblems.of(Upload.tooLarge());
  }

  private void add(Part part) {
    String name = Optional.ofNullable(part.getName()).orElse("");
    byte[] content = content(part);
    bytes += content.length;
    if (bytes > Upload.MOST_BYTES || files.size() + deletes.size() >= Upload.MOST_FILES) {
      throw tooLarge();
    }
    switch (name) {
      case "file" ->
          files.add(
              new PolicyFile(Optional.ofNullable(part.getSubmittedFileName()).orElse(""), content));
      case "delete" -> deletes.add(new String(content, StandardCharsets.UTF_8));
      case "note" -> note = new String(content, StandardCharsets.UTF_8);
      default ->
          faults.add(
              new CaseFault(
                  "/" + name.replace("~", "~0").replace("/", "~1"),
                  "UNKNOWN",
                  new Text(
                      "部分 `" + name + "`：应为 file、delete 或 note",
                      "part `" + name + "`: expected file, delete or note")));
    }
  }

  private static byte[] content(Part part) {
    if (part.getSize() > Upload.MOST_FILE_BYTES) {
      throw tooLarge();
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
