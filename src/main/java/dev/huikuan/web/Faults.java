package dev.huikuan.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.web.view.CaseView.FaultLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faults of a pasted case, each with the line of the text at which its pointer points. */
final class Faults {

  private static final int WIDTH = 100;

  private Faults() {}

  static List<FaultLine> in(String json, InvalidCase invalid, Language language) {
    Map<String, Integer> lines = linesByPointer(json);
    List<String> text = json.lines().toList();
    return invalid.faults().stream().map(f -> line(f, lines, text, language)).toList();
  }

  private static FaultLine line(
      CaseFault fault, Map<String, Integer> lines, List<String> text, Language language) {
    int line = nearest(fault.pointer(), lines);
    String source = line > 0 && line <= text.size() ? text.get(line - 1).strip() : "";
    return new FaultLine(
        fault.pointer(),
        fault.code(),
        fault.message().in(language),
        line,
        source.length() > WIDTH ? source.substring(0, WIDTH) + "…" : source);
  }

  /** The line of the place, or of the innermost place around it: a missing property has none. */
  private static int nearest(String pointer, Map<String, Integer> lines) {
    String place = pointer;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }
    return place.isEmpty() ? 0 : lines.get(place);
  }

  private static Map<String, Integer> linesByPointer(String json) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      visit(parser, "", lines);
    } catch (IOException malformed) {
      return lines;
    }
    return lines;
  }

  private static void visit(JsonParser parser, String pointer, Map<String, Integer> lines)
      throws IOException {
    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName().replace("~", "~0").replace("/", "~1");
        parser.nextToken();
        visit(parser, pointer + "/" + name, lines);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        visit(parser, pointer + "/" + i, lines);
      }
    }
  }
}
