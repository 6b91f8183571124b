package dev.huikuan.web.studio;

import dev.huikuan.policy.PolicyFile;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends a file of sheets to be saved, under its own name. */
final class SheetDownload {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private SheetDownload() {}

  static void send(Context ctx, PolicyFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    ctx.contentType(csv ? "text/csv; charset=utf-8" : WORKBOOK).result(file.bytes());
  }
}
