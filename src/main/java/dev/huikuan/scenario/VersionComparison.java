package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyOutline;
import dev.huikuan.policy.diff.Change;
import dev.huikuan.policy.diff.Difference;
import dev.huikuan.policy.diff.Section;
import java.util.ArrayList;
import java.util.List;

/** Two versions of a policy, scenarios and all, and what differs between them. */
public record VersionComparison(PolicyOutline before, PolicyOutline after, Difference difference) {

  /** Compares two folders; one with errors is compared by what stands in its files. */
  public static VersionComparison of(List<PolicyFile> before, List<PolicyFile> after) {
    return of(before, PolicyOutline.of(before), after, PolicyOutline.of(after));
  }

  /** Compares what stands in the files of two versions of an archive, and compiles nothing. */
  public static VersionComparison ofArchived(List<PolicyFile> before, List<PolicyFile> after) {
    return of(before, PolicyOutline.unloaded(before), after, PolicyOutline.unloaded(after));
  }

  private static VersionComparison of(
      List<PolicyFile> before, PolicyOutline old, List<PolicyFile> after, PolicyOutline now) {
    return new VersionComparison(
        old, now, Difference.of(sections(old, before), sections(now, after)));
  }

  private static List<Section> sections(PolicyOutline outline, List<PolicyFile> files) {
    List<Section> all = new ArrayList<>(outline.sections());
    all.addAll(ScenarioOutline.of(files));
    return all;
  }

  /** Errors that loading a folder found. */
  public static long errors(PolicyOutline outline) {
    return outline.findings().stream().filter(Finding::isError).count();
  }

  /** As JSON, labels in one language. */
  public ObjectNode json(Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    version(json.putObject("old"), before);
    version(json.putObject("new"), after);
    json.put("changes", difference.count());
    ArrayNode sections = json.putArray("sections");
    difference.sections().forEach(section -> section(sections.addObject(), section, language));
    return json;
  }

  private static void version(ObjectNode json, PolicyOutline outline) {
    json.put("policyVersion", outline.version()).put("errors", errors(outline));
  }

  private static void section(ObjectNode json, Change.OfSection section, Language language) {
    json.put("kind", section.kind().name());
    json.put("name", section.name());
    json.put("label", section.label().in(language));
    json.put("change", section.change().name());
    places(json, section.before(), section.after());
    json.put("size", section.entries());
    cells(json.putArray("head"), section.head(), language);
    ArrayNode entries = json.putArray("entries");
    for (Change.OfEntry entry : section.rows()) {
      ObjectNode row = entries.addObject();
      row.put("id", entry.id());
      row.put("change", entry.change().name());
      places(row, entry.before(), entry.after());
      row.put("moved", entry.moved());
      if (entry.moved()) {
        row.put("oldFollows", entry.followed()).put("newFollows", entry.follows());
      }
      cells(row.putArray("cells"), entry.cells(), language);
    }
  }

  private static void cells(ArrayNode json, List<Change.OfCell> cells, Language language) {
    for (Change.OfCell cell : cells) {
      ObjectNode change = json.addObject();
      change.put("field", cell.field());
      change.put("label", cell.label().in(language));
      change.put("old", cell.before());
      change.put("new", cell.after());
      places(change, cell.beforeAt(), cell.afterAt());
      change.put("sameMeaning", cell.sameMeaning());
    }
  }

  private static void places(ObjectNode json, String before, String after) {
    if (before.isEmpty()) {
      json.putNull("oldLocation");
    } else {
      json.put("oldLocation", before);
    }
    if (after.isEmpty()) {
      json.putNull("newLocation");
    } else {
      json.put("newLocation", after);
    }
  }
}
