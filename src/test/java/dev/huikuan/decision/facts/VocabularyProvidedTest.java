package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vocabulary's given and derived terms are exactly what the facts provide. */
class VocabularyProvidedTest {

  /** Decided or emitted later by the pipeline, though the vocabulary calls them derived. */
  private static final Set<String> LATER = Set.of("action");

  private static final Predicate<Term> OURS =
      term ->
          (term.origin() == Origin.GIVEN || term.origin() == Origin.DERIVED)
              && !LATER.contains(term.code())
              && !term.code().startsWith("daysSince ");

  private final FactBook book = fullBook();

  private static FactBook fullBook() {
    FactBook book = Cases.full().book();
    book.put("dunningLevelDue", Value.whole(3));
    book.put("INV-1", "interestAnnualPercent", Value.whole(6));
    book.put("INV-1", "interestDayBase", Value.whole(365));
    book.put("INV-1", "limitationYears", Value.whole(3));
    book.put("INV-1", "limitationStart", Value.code("DUE_DATE"));
    book.put("INV-1", "demandInterrupts", Value.flag(true));
    return book;
  }

  @Test
  void everyGivenAndDerivedAccountTermHasAValueInACaseThatGivesAll() {
    List<String> missing =
        BuiltIn.policy().vocabulary().terms().stream()
            .filter(OURS.and(t -> t.existsAt(Level.ACCOUNT) || t.level() == Level.CONTRACT))
            .map(Term::code)
            .filter(code -> book.account(code).isUnknown())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyGivenAndDerivedReceivableTermHasAValueInACaseThatGivesAll() {
    List<String> missing =
        BuiltIn.policy().vocabulary().terms().stream()
            .filter(OURS.and(t -> t.level() == Level.RECEIVABLE || t.level() == Level.CONTRACT))
            .map(Term::code)
            .filter(code -> book.receivable("INV-1", code).isUnknown())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void nothingIsProvidedThatTheVocabularyDoesNotHave() {
    Set<String> words =
        BuiltIn.policy().vocabulary().terms().stream().map(Term::code).collect(Collectors.toSet());
    List<String> extra =
        Stream.concat(
                book.facts().account().keySet().stream(),
                book.facts().receivable("INV-1").keySet().stream())
            .filter(code -> !words.contains(code))
            .filter(code -> !code.startsWith("times ") && !code.startsWith("daysSince "))
            .distinct()
            .toList();
    assertThat(extra).isEmpty();
  }

  @Test
  void everyActionOfTheCatalogueHasItsCountAndItsAge() {
    for (String code : BuiltIn.policy().actions().codes()) {
      assertThat(book.facts().account()).containsKeys("times " + code, "daysSince " + code);
    }
  }
}
