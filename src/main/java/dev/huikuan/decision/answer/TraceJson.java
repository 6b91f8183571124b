package dev.huikuan.decision.answer;

import static dev.huikuan.decision.answer.JsonWords.codes;
import static dev.huikuan.decision.answer.JsonWords.object;
import static dev.huikuan.decision.answer.JsonWords.whole;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.TraceEntry;

/** Writes one step of the trace; the first property tells which kind of step it is. */
record TraceJson(JsonWords words) {

  ObjectNode of(TraceEntry entry) {
    if (entry instanceof TraceEntry.RowMatched row) {
      return row(row);
    }
    if (entry instanceof TraceEntry.NotMade table) {
      return notMade(table);
    }
    if (entry instanceof TraceEntry.RuleFired rule) {
      return rule(rule);
    }
    TraceEntry.Note note = (TraceEntry.Note) entry;
    ObjectNode node = object().put("note", note.code());
    node.set("count", whole(note.count()));
    node.set("text", words.text(note.text()));
    return node;
  }

  private ObjectNode row(TraceEntry.RowMatched row) {
    ObjectNode node = object().put("decision", row.decision()).put("row", row.row());
    node.put("location", row.location());
    node.set("receivables", codes(row.receivables()));
    node.set("matched", AnswerJson.each(row.matched(), this::tested));
    node.set("outputs", words.values(row.outputs()));
    node.set("text", words.text(row.text()));
    return node;
  }

  private ObjectNode notMade(TraceEntry.NotMade table) {
    ObjectNode node = object().put("decision", table.decision());
    node.putNull("row");
    node.put("location", table.location());
    node.set("receivables", codes(table.receivables()));
    node.set("closest", AnswerJson.each(table.closest(), this::closest));
    node.set("text", words.text(table.text()));
    return node;
  }

  private ObjectNode closest(TraceEntry.ClosestRow row) {
    ObjectNode node = object().put("row", row.row()).put("location", row.location());
    node.set("failed", AnswerJson.each(row.failed(), this::tested));
    return node;
  }

  private ObjectNode rule(TraceEntry.RuleFired rule) {
    ObjectNode node = object().put("rule", rule.rule()).put("location", rule.location());
    node.set("receivables", codes(rule.receivables()));
    node.set("emitted", codes(rule.emitted()));
    node.set("text", words.text(rule.text()));
    return node;
  }

  private ObjectNode tested(TraceEntry.CellTested cell) {
    ObjectNode node = object().put("term", cell.term());
    node.set("value", words.value(cell.value()));
    cell.currency().ifPresent(currency -> node.put("currency", currency));
    node.put("test", cell.test());
    node.put("cell", cell.cell());
    return node;
  }
}
