package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema as a document: closed, described, and in step with the vocabulary. */
class CaseSchemaTest {

  private static final JsonNode SCHEMA = Cases.tree(CaseReader.schema());

  @Test
  void everyObjectIsClosedAndEveryPropertyIsDescribed() {
    List<String> open = new ArrayList<>();
    List<String> undescribed = new ArrayList<>();
    walk(SCHEMA, "", open, undescribed);
    assertThat(open).isEmpty();
    assertThat(undescribed).isEmpty();
  }

  private static void walk(
      JsonNode node, String path, List<String> open, List<String> undescribed) {
    if (node.has("properties")) {
      if (node.path("additionalProperties").asBoolean(true)) {
        open.add(path);
      }
      for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
        if (property.getValue().path("description").asText().isBlank()) {
          undescribed.add(path + "/" + property.getKey());
        }
      }
    }
    if (node.isContainerNode()) {
      node.properties()
          .forEach(e -> walk(e.getValue(), path + "/" + e.getKey(), open, undescribed));
    }
  }

  @Test
  void everyPropertyWithADateIsCheckedAgainstTheCalendarAndNoOther() {
    for (JsonNode object : SCHEMA.findParents("properties")) {
      for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
        String ref = property.getValue().path("$ref").asText();
        boolean date = ref.endsWith("/date") || ref.endsWith("/requiredDate");
        assertThat(DateChecks.isDate(property.getKey())).as(property.getKey()).isEqualTo(date);
        assertThat(property.getKey().equals("at")).isEqualTo(ref.endsWith("/dateTime"));
      }
    }
  }

  @Test
  void everyGivenTermStandsWhereTheVocabularySays() {
    for (Term term : BuiltIn.policy().vocabulary().terms()) {
      if (term.origin() == Origin.GIVEN) {
        assertThat(at(term.where())).as("%s at %s", term.code(), term.where()).isTrue();
      }
    }
  }

  private static boolean at(String where) {
    JsonNode node = SCHEMA;
    for (String name : where.split("\\.")) {
      JsonNode root = SCHEMA.path("$defs").path(name);
      node = node == SCHEMA && root.has("properties") ? root : node.path("properties").path(name);
    }
    return !node.isMissingNode();
  }

  @Test
  void theSchemaListsTheVocabularysValues() {
    for (Term term : BuiltIn.policy().vocabulary().terms()) {
      if (term.origin() == Origin.GIVEN && !term.values().isEmpty()) {
        JsonNode node = SCHEMA;
        for (String name : term.where().split("\\.")) {
          JsonNode root = SCHEMA.path("$defs").path(name);
          node =
              node == SCHEMA && root.has("properties") ? root : node.path("properties").path(name);
        }
        List<String> codes = new ArrayList<>();
        node.path("enum").forEach(code -> codes.add(code.asText()));
        codes.remove("null");
        assertThat(codes)
            .as(term.code())
            .isEqualTo(term.values().stream().map(v -> v.code()).toList());
      }
    }
  }
}
