package dev.huikuan.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Style sheet, script and icon: a closed list, served from the jar. */
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "huikuan.css", "text/css; charset=utf-8",
          "huikuan.js", "text/javascript; charset=utf-8",
          "huikuan.svg", "image/svg+xml");

  private Assets() {}

  static void serve(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundResponse();
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      ctx.header("Cache-Control", "max-age=300").contentType(type).result(in.readAllBytes());
    }
  }
}
