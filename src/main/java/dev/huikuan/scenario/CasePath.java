package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a case: {@code receivable INV-1 dispute amount}, {@code contract K-77 milestone M2
 * acceptedOn}, {@code customer pause until}, {@code bankDataAsOf}.
 *
 * @param steps names of properties; {@code receivables[INV-1]} is the element with that id
 * @param where the same without ids, as the vocabulary writes it: {@code receivable.dispute.amount}
 */
record CasePath(List<Step> steps, String where) {

  /** A property, and the id of its element when it is a list. */
  record Step(String property, Optional<String> id) {}

  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("receivable", "receivables"),
          Map.entry("应收款", "receivables"),
          Map.entry("应收", "receivables"),
          Map.entry("发票", "receivables"),
          Map.entry("contract", "contracts"),
          Map.entry("合同", "contracts"),
          Map.entry("credit", "credits"),
          Map.entry("贷项", "credits"),
          Map.entry("agreement", "agreements"),
          Map.entry("协议", "agreements"));

  private static final Map<String, String> SINGULARS =
      Map.of(
          "receivables", "receivable",
          "contracts", "contract",
          "credits", "credit",
          "agreements", "agreement");

  private static final List<String> ROOT =
      List.of("bankDataAsOf", "lastReconciledOn", "ledger", "asOf");

  CasePath {
    steps = List.copyOf(steps);
  }

  /** Reads a header; empty when it does not begin as a path does. */
  static Optional<CasePath> of(String header, Vocabulary vocabulary) {
    String[] words = header.strip().split("\\s+");
    String first = Wording.normalise(words[0]);
    List<Step> steps = new ArrayList<>();
    if (words.length == 1) {
      return dotted(header, vocabulary);
    }
    if (LISTS.containsKey(first) && words.length > 2) {
      String list = LISTS.get(first);
      steps.add(new Step(list, Optional.of(words[1])));
      return Optional.of(inside(steps, SINGULARS.get(list), words, 2, vocabulary));
    }
    if (first.equals("customer") || first.equals("客户")) {
      steps.add(new Step("customer", Optional.empty()));
      return Optional.of(inside(steps, "customer", words, 1, vocabulary));
    }
    return Optional.empty();
  }

  private static Optional<CasePath> dotted(String header, Vocabulary vocabulary) {
    String path = header.strip();
    if (ROOT.contains(path)) {
      return Optional.of(new CasePath(List.of(new Step(path, Optional.empty())), path));
    }
    return path.startsWith("customer.") ? of(path.replace('.', ' '), vocabulary) : Optional.empty();
  }

  private static CasePath inside(
      List<Step> steps, String where, String[] words, int from, Vocabulary vocabulary) {
    int at = from;
    String place = where;
    boolean milestone = List.of("milestone", "里程碑", "节点").contains(Wording.normalise(words[at]));
    if (milestone && words.length > at + 2) {
      steps.add(new Step("milestones", Optional.of(words[at + 1])));
      place = place + ".milestone";
      at += 2;
    }
    String rest = String.join(" ", List.of(words).subList(at, words.length));
    String prefix = place + ".";
    String inner =
        vocabulary
            .named(rest)
            .map(Term::where)
            .filter(term -> term.startsWith(prefix))
            .map(term -> term.substring(prefix.length()))
            .orElse(rest.replace(' ', '.'));
    for (String name : inner.split("\\.")) {
      steps.add(new Step(name, Optional.empty()));
    }
    return new CasePath(steps, prefix + inner);
  }

  /** The term whose value stands there, if the vocabulary has one. */
  Optional<Term> term(Vocabulary vocabulary) {
    return vocabulary.terms().stream().filter(term -> term.where().equals(where)).findFirst();
  }

  /** Puts a value there and creates what is missing on the way. */
  void put(ObjectNode root, JsonNode value) {
    reach(root).set(last(), value);
  }

  /** Removes what stands there: from then on it is unknown. */
  void remove(ObjectNode root) {
    reach(root).remove(last());
  }

  private String last() {
    return steps.get(steps.size() - 1).property();
  }

  private ObjectNode reach(ObjectNode root) {
    ObjectNode node = root;
    for (Step step : steps.subList(0, steps.size() - 1)) {
      node = step.id().isPresent() ? element(node, step) : object(node, step.property());
    }
    return node;
  }

  private static ObjectNode object(ObjectNode node, String name) {
    return node.get(name) instanceof ObjectNode inner ? inner : node.putObject(name);
  }

  private static ObjectNode element(ObjectNode node, Step step) {
    String id = step.id().orElseThrow();
    ArrayNode list =
        node.get(step.property()) instanceof ArrayNode array
            ? array
            : node.putArray(step.property());
    for (JsonNode element : list) {
      if (element instanceof ObjectNode object && element.path("id").asText().equals(id)) {
        return object;
      }
    }
    return list.addObject().put("id", id);
  }
}
