package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.List;

/** JSON Merge Patch (RFC 7396): null removes, objects are merged, all else is replaced whole. */
final class MergePatch {

  private static final int MOST_PLACES = 10;

  private MergePatch() {}

  /** Changes the target and returns what it has become. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged = target instanceof ObjectNode object ? object : fresh(patch);
    for (var change : patch.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        JsonNode before = merged.path(change.getKey());
        merged.set(change.getKey(), apply(before, change.getValue()));
      }
    }
    return merged;
  }

  private static ObjectNode fresh(JsonNode like) {
    return ((ObjectNode) like).objectNode();
  }

  /** Says which places of the case a patch changes; empty when it changes none. */
  static List<Text> assumed(JsonNode patch) {
    List<String> places = new ArrayList<>();
    places(patch, "", places);
    if (places.isEmpty()) {
      return List.of();
    }
    String more = places.size() > MOST_PLACES ? ", …" : "";
    String list = String.join(", ", places.subList(0, Math.min(MOST_PLACES, places.size()))) + more;
    return List.of(
        new Text("假设案例有改动：" + list + "。", "Assumed: the case is changed at " + list + "."));
  }

  private static void places(JsonNode patch, String pointer, List<String> places) {
    for (var change : patch.properties()) {
      String place = Pointers.child(pointer, FaultWords.clipped(change.getKey()));
      if (change.getValue() instanceof ObjectNode inner && !inner.isEmpty()) {
        places(inner, place, places);
      } else if (places.size() <= MOST_PLACES) {
        places.add(place);
      }
    }
  }
}
