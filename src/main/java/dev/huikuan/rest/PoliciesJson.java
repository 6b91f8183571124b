package dev.huikuan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.lifecycle.TablesJson;
import java.util.Optional;

/** The versions of the policy: in a list, and one with all that is known of it. */
final class PoliciesJson {

  private PoliciesJson() {}

  static ObjectNode of(PolicyArchive archive) {
    ObjectNode body = Json.object();
    body.put("active", archive.active().map(Activation::version).orElse(null));
    ArrayNode items = body.putArray("items");
    archive.versions().forEach(policy -> items.add(item(policy)));
    return body;
  }

  /** One version with its tables, its check and its history. */
  static ObjectNode one(ArchivedPolicy policy, PolicyLife life, Language language) {
    PolicyArchive archive = life.archive();
    ObjectNode body = item(policy);
    Optional<StoredCheck> check = archive.check(policy.version());
    body.set("tables", tables(policy, check, life));
    check.ifPresentOrElse(
        found -> body.set("check", Json.read(found.report(language))), () -> body.putNull("check"));
    ArrayNode history = body.putArray("history");
    for (PolicyEvent event : archive.history(policy.version())) {
      history
          .addObject()
          .put("kind", event.kind().name())
          .put("who", event.who())
          .put("at", event.at().toString())
          .put("note", event.note());
    }
    return body;
  }

  /** As the check found them; while there is none, as they are in service. */
  private static JsonNode tables(
      ArchivedPolicy policy, Optional<StoredCheck> check, PolicyLife life) {
    if (check.isPresent()) {
      return Json.any(check.get().tables());
    }
    return life.registry()
        .active()
        .filter(served -> served.version().equals(policy.version()))
        .map(served -> TablesJson.of(served.policy()))
        .orElseGet(Json::emptyArray);
  }

  static ObjectNode item(ArchivedPolicy policy) {
    ObjectNode item = Json.object();
    item.put("version", policy.version()).put("status", policy.status().name());
    item.put("base", policy.base().orElse(null)).put("author", policy.author());
    item.put("createdAt", policy.createdAt().toString()).put("note", policy.note());
    item.put("errors", policy.errors()).put("warnings", policy.warnings());
    return item;
  }
}
