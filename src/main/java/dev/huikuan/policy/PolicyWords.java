package dev.huikuan.policy;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of a policy: vocabulary, catalogues and parameters. The product's own come first; a
 * policy's catalogue replaces the whole one of that name, its attributes are added, its parameters
 * replace those of the same code.
 *
 * @param findings about the policy's sheets
 * @param builtIn about the product's own, none unless the policy took codes away from them
 */
record PolicyWords(
    Vocabulary vocabulary,
    Map<String, Catalogue> catalogues,
    Parameters parameters,
    List<Finding> findings,
    List<Finding> builtIn) {

  /** Actions that the product itself chooses when nothing else is left. */
  private static final List<String> NEEDED_ACTIONS = List.of("WAIT", "REFER_TO_PERSON");

  static PolicyWords read(PolicySheets sheets) {
    Complaints complaints = new Complaints();
    Complaints own = new Complaints();
    AttributesReader builtIn = new AttributesReader(true, new Vocabulary(List.of()), own);
    builtIn.read(BuiltIn.sheet("vocabulary"));
    Vocabulary product = new Vocabulary(builtIn.terms());
    AttributesReader attributes = new AttributesReader(false, product, complaints);
    sheets.of(SheetKind.ATTRIBUTES).forEach(attributes::read);

    Map<String, Catalogue> catalogues = catalogues(sheets, product, own, complaints);
    Vocabulary vocabulary =
        filled(product.with(attributes.terms()), catalogues)
            .with(historyTerms(catalogues.get("actions")));

    ParametersReader standing = new ParametersReader(vocabulary, Map.of(), own);
    standing.read(BuiltIn.sheet("parameters"));
    ParametersReader theirs = new ParametersReader(vocabulary, standing.terms(), complaints);
    sheets.of(SheetKind.PARAMETERS).forEach(theirs::read);
    return new PolicyWords(
        vocabulary.with(parameterTerms(vocabulary, standing, theirs)),
        catalogues,
        parameters(standing, theirs),
        complaints.findings(),
        own.findings());
  }

  private static Map<String, Catalogue> catalogues(
      PolicySheets sheets, Vocabulary product, Complaints own, Complaints complaints) {
    Map<String, CatalogueSheet> all = new TreeMap<>();
    for (String name : CatalogueColumns.BY_CATALOGUE.keySet()) {
      CatalogueSheet.read(BuiltIn.sheet(name), own).ifPresent(sheet -> all.put(name, sheet));
    }
    Map<String, CatalogueSheet> theirs = new LinkedHashMap<>();
    for (Grid grid : sheets.of(SheetKind.CATALOGUE)) {
      CatalogueSheet.read(grid, complaints)
          .ifPresent(sheet -> keep(theirs, sheet, grid, complaints));
    }
    all.putAll(theirs);
    // What a built-in catalogue says of codes that the policy does not have simply does not count.
    CatalogueChecks ownChecks = new CatalogueChecks(product, all, own);
    CatalogueChecks checks = new CatalogueChecks(product, all, complaints);
    Map<String, Catalogue> catalogues = new TreeMap<>();
    all.forEach(
        (name, sheet) ->
            catalogues.put(
                name, theirs.containsKey(name) ? checks.checked(sheet) : ownChecks.checked(sheet)));
    return catalogues;
  }

  private static void keep(
      Map<String, CatalogueSheet> theirs, CatalogueSheet sheet, Grid grid, Complaints complaints) {
    CatalogueSheet earlier = theirs.putIfAbsent(sheet.name(), sheet);
    if (earlier != null) {
      complaints.error(
          Code.DUPLICATE,
          grid.cell(grid.firstRow(), 2),
          "目录 `" + sheet.name() + "` 在 " + earlier.location() + " 已有；请合并为一张表",
          "the catalogue `"
              + sheet.name()
              + "` stands in "
              + earlier.location()
              + " already; make them one sheet");
    }
    for (String action : NEEDED_ACTIONS) {
      if (sheet.name().equals("actions") && !sheet.lines().containsKey(action)) {
        complaints.error(
            Code.HEAD,
            grid.cell(grid.firstRow(), 2),
            "动作目录缺少 `" + action + "`，系统需要它；请补上",
            "the actions lack `" + action + "`, which the product itself uses; add it");
      }
    }
  }

  /** Terms whose values are those of a catalogue get its codes, in its order. */
  private static Vocabulary filled(Vocabulary vocabulary, Map<String, Catalogue> catalogues) {
    List<Term> terms = new ArrayList<>();
    for (Term term : vocabulary.terms()) {
      Optional<Catalogue> catalogue = Optional.ofNullable(catalogues.get(term.catalogue()));
      terms.add(catalogue.map(c -> term.withValues(c.allowedValues())).orElse(term));
    }
    return new Vocabulary(terms);
  }

  private static List<Term> historyTerms(Catalogue actions) {
    List<Term> terms = new ArrayList<>();
    for (CatalogueEntry action : actions.entries().values()) {
      Text label = action.label();
      terms.add(
          history(
              "daysSince " + action.code(),
              new Text("距上次" + label.zh() + "天数", "Days since " + label.en()),
              TermType.DAYS));
      terms.add(
          history(
              "times " + action.code(),
              new Text(label.zh() + "次数", "Times " + label.en()),
              TermType.WHOLE_NUMBER));
    }
    return terms;
  }

  private static Term history(String code, Text label, TermType type) {
    return new Term(
        code,
        label,
        Level.ACCOUNT,
        false,
        Origin.DERIVED,
        type,
        "",
        Optional.of(Micros.of(0)),
        Optional.empty(),
        "",
        List.of(),
        "",
        true);
  }

  /** A code that is a decided term as well, a default for it, stays that term. */
  private static List<Term> parameterTerms(
      Vocabulary vocabulary, ParametersReader standing, ParametersReader theirs) {
    Map<String, Term> terms = new LinkedHashMap<>(standing.terms());
    terms.putAll(theirs.terms());
    return terms.values().stream().filter(term -> vocabulary.find(term.code()).isEmpty()).toList();
  }

  private static Parameters parameters(ParametersReader standing, ParametersReader theirs) {
    List<Parameters.Row> rows = new ArrayList<>(theirs.rows());
    standing.rows().stream()
        .filter(row -> !theirs.terms().containsKey(row.code()))
        .forEach(rows::add);
    return new Parameters(rows);
  }
}
