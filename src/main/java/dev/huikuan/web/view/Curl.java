package dev.huikuan.web.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.records.CaseText;
import java.nio.charset.StandardCharsets;

/** The command by which a program would ask what a page shows. */
public final class Curl {

  private Curl() {}

  /**
   * Decides a case without recording it; for the shells of Linux and macOS.
   *
   * @param json a case that is valid JSON
   * @param asOf takes the place of the case's own date; empty: none does
   */
  public static String dryRun(Frame frame, String json, String asOf) {
    String key = frame.visitor().open() ? "" : " \\\n  -H 'Authorization: Bearer hk_…'";
    String body = asOf.isEmpty() ? json : dated(json, asOf);
    return "curl -s -X POST '"
        + frame.server()
        + "/v1/decisions?dryRun=true'"
        + key
        + " \\\n  -H 'Content-Type: application/json' -H 'Accept-Language: "
        + frame.language().tag()
        + "' \\\n  --data '"
        + body.replace("'", "'\\''")
        + "'";
  }

  private static String dated(String json, String asOf) {
    ObjectNode tree = CaseText.tree(json.getBytes(StandardCharsets.UTF_8));
    return new String(CaseText.bytes(tree.put("asOf", asOf)), StandardCharsets.UTF_8);
  }
}
