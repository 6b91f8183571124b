package dev.huikuan.web.reception;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Style sheets, scripts and icon: a closed list, served from the jar. */
public final class Assets {

  /** Where a file is, and what it is. */
  private record Asset(String path, String type) {}

  private static final String OURS = "/dev/huikuan/web/assets/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, Asset> ALL =
      Map.ofEntries(
          style("huikuan.css"),
          style("account.css"),
          style("studio.css"),
          style("sheet.css"),
          style("simulation.css"),
          style("overview.css"),
          script("huikuan.js"),
          script("account.js"),
          script("studio.js"),
          script("sheet.js"),
          script("overview.js"),
          webjar("htmx.js", "htmx.org/2.0.10/dist/htmx.min.js"),
          webjar("chart.js", "chart.js/4.5.1/dist/chart.umd.min.js"),
          Map.entry("huikuan.svg", new Asset(OURS + "huikuan.svg", "image/svg+xml")));

  private static Map.Entry<String, Asset> style(String name) {
    return Map.entry(name, new Asset(OURS + name, "text/css; charset=utf-8"));
  }

  private static Map.Entry<String, Asset> script(String name) {
    return Map.entry(name, new Asset(OURS + name, SCRIPT));
  }

  private static Map.Entry<String, Asset> webjar(String name, String path) {
    return Map.entry(name, new Asset(WEBJARS + path, SCRIPT));
  }

  private Assets() {}

  public static void serve(Context ctx) throws IOException {
    Asset asset = ALL.get(ctx.pathParam("name"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    try (InputStream in = Assets.class.getResourceAsStream(asset.path())) {
      ctx.header("Cache-Control", "max-age=300")
          .contentType(asset.type())
          .result(in.readAllBytes());
    }
  }
}
