package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code whatIf.set}: terms that are assumed. A given term of the account is changed in the case; a
 * computed or decided one is overridden; null is unknown. Only what the vocabulary calls
 * overridable may be set.
 */
final class AssumedTerms {

  private static final String PLACE = "/whatIf/set";

  private final Vocabulary vocabulary;
  private final ObjectNode root;
  private final List<CaseFault> faults = new ArrayList<>();
  private final List<Text> assumed = new ArrayList<>();
  private final Map<String, Value> overrides = new LinkedHashMap<>();

  private AssumedTerms(Vocabulary vocabulary, ObjectNode root) {
    this.vocabulary = vocabulary;
    this.root = root;
  }

  /** Reads the terms and changes the tree where a given term is set. */
  static AssumedTerms of(ObjectNode root, Vocabulary vocabulary) {
    AssumedTerms terms = new AssumedTerms(vocabulary, root);
    for (var entry : root.at(PLACE).properties()) {
      if (terms.faults.size() < CaseSchema.MAX_FAULTS) {
        terms.set(entry.getKey(), entry.getValue());
      }
    }
    return terms;
  }

  List<CaseFault> faults() {
    return faults;
  }

  List<Text> assumed() {
    return assumed;
  }

  Map<String, Value> overrides() {
    return overrides;
  }

  private void set(String code, JsonNode node) {
    String pointer = Pointers.child(PLACE, code);
    Optional<Term> term = vocabulary.find(code);
    if (term.isEmpty()) {
      faults.add(unknown(pointer, code));
    } else if (!term.get().overridable()) {
      faults.add(fixed(pointer, term.get()));
    } else {
      Optional<Value> value =
          node.isNull() ? Optional.of(Value.UNKNOWN) : Attributes.value(node, term.get());
      value.ifPresentOrElse(
          found -> assume(term.get(), node, found),
          () -> faults.add(Attributes.unfit(pointer, node, term.get())));
    }
  }

  private void assume(Term term, JsonNode node, Value value) {
    if (term.origin() == Origin.GIVEN && term.level() == Level.ACCOUNT) {
      give(path(term), node);
    } else {
      overrides.put(term.code(), value);
    }
    Text label = term.label();
    Text shown = inWords(term, node, value);
    assumed.add(
        new Text(
            "假设" + label.zh() + "为 " + shown.zh() + "。",
            "Assumed: " + label.en() + " is " + shown.en() + "."));
  }

  private static Text inWords(Term term, JsonNode node, Value value) {
    if (node.isNull()) {
      return new Text("未知", "unknown");
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? new Text("是", "yes") : new Text("否", "no");
    }
    if (value instanceof Value.Code code) {
      return term.allowed(code.code())
          .map(AllowedValue::label)
          .filter(label -> !label.isEmpty())
          .orElse(Text.same(code.code()));
    }
    return Text.same(FaultWords.shown(node).replace("`", ""));
  }

  private static String path(Term term) {
    String where = term.where().isEmpty() ? "attributes." + term.code() : term.where();
    return where.startsWith("attributes.") ? "customer." + where : where;
  }

  private void give(String path, JsonNode node) {
    ObjectNode parent = root;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      JsonNode child = parent.path(names[i]);
      if (!child.isObject()) {
        return; // the schema names what is wrong there
      }
      parent = (ObjectNode) child;
    }
    if (node.isNull()) {
      parent.remove(names[names.length - 1]);
    } else {
      parent.set(names[names.length - 1], node);
    }
  }

  private CaseFault unknown(String pointer, String code) {
    List<String> near = code.length() > 100 ? List.of() : vocabulary.nearest(code);
    String shown = FaultWords.clipped(code);
    return new CaseFault(
        pointer,
        "UNKNOWN_TERM",
        new Text(
            "没有名为 `" + shown + "` 的词条" + FaultWords.meantZh(near),
            "there is no term `" + shown + "`" + FaultWords.meant(near)));
  }

  private static CaseFault fixed(String pointer, Term term) {
    String code = term.code();
    if (term.origin() == Origin.PARAMETER) {
      return new CaseFault(
          pointer,
          "NOT_OVERRIDABLE",
          new Text(
              "`" + code + "` 是策略参数，不能在假设中给定；请在策略中修改",
              "`" + code + "` is a parameter of the policy and cannot be set; change the policy"));
    }
    String path = WhereFrom.path(term);
    return new CaseFault(
        pointer,
        "NOT_OVERRIDABLE",
        new Text(
            "`" + code + "` 取自案例，不能直接给定；请用 `whatIf.case` 改案例中的 `" + path + "`",
            "`"
                + code
                + "` comes from the case and cannot be set; change `"
                + path
                + "` by `whatIf.case` instead"));
  }
}
