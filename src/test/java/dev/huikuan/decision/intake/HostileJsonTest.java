package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant to hurt is refused, quickly and with a place. */
class HostileJsonTest {

  private static String withAmount(String number) {
    return "{\"customer\":{\"id\":\"C\"},\"receivables\":[{\"id\":\"R\",\"amount\":"
        + number
        + "}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e5000000",
        "1e-5000000",
        "-1e5000000",
        "1E999999999999999999999",
        "1e21",
        "1e-21",
        "1000000000000",
        "999999999999.9999999",
        "0.0000001",
        "1e12",
        "0.00000000000000000000000000000000000000001",
        "12345678901234567890123456789012345678901",
      })
  void aNumberOutOfBoundsIsAFaultBeforeAnyArithmetic(String number) {
    InvalidCase invalid = Faults.of(withAmount(number));
    assertThat(invalid.isMalformed()).isFalse();
    assertThat(invalid.faults())
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(org.assertj.core.api.Assertions.tuple("/receivables/0/amount", "RANGE"));
  }

  @Test
  void aMillionDigitsAreAFault() {
    assertThat(Faults.of(withAmount("9".repeat(1_000_000))).faults().get(0).message().en())
        .isEqualTo("the number has 1000000 characters; at most 40 are read");
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999, 999999999999",
    "999999999999.999999, 999999999999.999999",
    "1e3, 1000",
    "1.50E+2, 150",
    "100000000000000e-20, 0.000001",
    "0.10000000000000, 0.1",
    "0, 0",
  })
  void aNumberWithinBoundsIsExact(String number, BigDecimal expected) throws InvalidCase {
    assertThat(read(withAmount(number)).receivables().get(0).amount())
        .isEqualByComparingTo(expected);
  }

  private static dev.huikuan.domain.Case read(String json) throws InvalidCase {
    return new CaseReader(BuiltIn.policy())
        .read(json.getBytes(StandardCharsets.UTF_8), Optional.empty(), Cases.NOW);
  }

  @Test
  void treesBuiltInProcessHaveTheSameBounds() {
    for (Object number : new Object[] {new BigDecimal("1e5000000"), Double.NaN, 1e300}) {
      ObjectNode tree = (ObjectNode) Cases.tree(withAmount("1"));
      ObjectNode receivable = (ObjectNode) tree.path("receivables").get(0);
      receivable.set(
          "amount",
          number instanceof BigDecimal decimal
              ? JsonNodeFactory.instance.numberNode(decimal)
              : JsonNodeFactory.instance.numberNode((Double) number));
      try {
        new CaseReader(BuiltIn.policy()).read(tree, Optional.empty(), Cases.NOW);
        throw new AssertionError("read " + number);
      } catch (InvalidCase e) {
        assertThat(e.faults()).extracting(CaseFault::code).containsExactly("RANGE");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | line 1, column 1: nothing here",
        "{ | line 1, column 2: the JSON ends here, unfinished",
        "{\"a\":1 \"b\"} | line 1, column 8: not JSON",
        "{\"a\":1,\"a\":2} | line 1, column 8: `a` appears twice",
        "{} {} | text after the end of the JSON",
        "{\"a\":01} | not JSON",
        "{\"a\":NaN} | not JSON",
        "{\"a\":+1} | not JSON",
        "{'a':1} | not JSON",
        "{\"a\":1,} | not JSON",
        "{/* c */} | not JSON",
        "{\"a\":\"\\x\"} | not JSON",
      })
  void whatIsNoJsonIsMalformedWithLineAndColumn(String json, String message) {
    InvalidCase invalid = Faults.of(json == null ? "" : json);
    assertThat(invalid.isMalformed()).isTrue();
    assertThat(invalid.faults()).hasSize(1);
    assertThat(invalid.faults().get(0).code()).isEqualTo("MALFORMED");
    assertThat(invalid.faults().get(0).message().en()).contains(message);
  }

  @Test
  void aKeyThatRepeatsIsNamedWithItsPlace() {
    InvalidCase invalid =
        Faults.of("{\"customer\":{\"id\":\"C\"},\n\"receivables\":[{\"id\":\"R\",\"id\":\"S\"}]}");
    assertThat(invalid.isMalformed()).isTrue();
    assertThat(invalid.faults().get(0).pointer()).isEqualTo("/receivables/0/id");
    assertThat(invalid.faults().get(0).message().en()).startsWith("line 2, column ");
  }

  @Test
  void nestingHasABound() {
    String deep = "[".repeat(100_000);
    assertThat(Faults.of(deep).isMalformed()).isTrue();
    assertThat(Faults.of(deep).faults().get(0).message().en()).contains("nested more than 50 deep");
    String json = "{\"customer\":{\"id\":\"C\"},\"receivables\":[],\"x\":";
    InvalidCase fifty = Faults.of(json + "[".repeat(49) + "]".repeat(49) + "}");
    assertThat(fifty.isMalformed()).isFalse();
    assertThat(Faults.of(json + "[".repeat(50) + "]".repeat(50) + "}").isMalformed()).isTrue();
  }

  @Test
  void otherEncodingsAreRefusedAtTheirFirstByte() {
    byte[] json = withAmount("1").replace("\"C\"", "\n\"客户\"").getBytes(StandardCharsets.UTF_8);
    json[json.length - 1] = (byte) 0xFF;
    assertThat(Faults.of(json).faults().get(0).message().en())
        .startsWith("line 2, column ")
        .endsWith("byte 0xFF is not UTF-8; save it as UTF-8");
    assertThat(Faults.of(withAmount("1").getBytes(StandardCharsets.UTF_16)).isMalformed()).isTrue();
    assertThat(Faults.of(withAmount("1").getBytes(StandardCharsets.UTF_16LE)).isMalformed())
        .isTrue();
    assertThat(Faults.of(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'}).isMalformed()).isTrue();
    assertThat(Faults.of(new byte[] {'{', '"', (byte) 0xE5}).isMalformed()).isTrue();
  }

  @Test
  void aByteOrderMarkIsForgiven() throws InvalidCase {
    assertThat(read('\uFEFF' + withAmount("1")).receivables()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
  void theRootMustBeAnObject(String json) {
    InvalidCase invalid = Faults.of(json);
    assertThat(invalid.isMalformed()).isFalse();
    assertThat(invalid.faults())
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(org.assertj.core.api.Assertions.tuple("", "TYPE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\t", "\\r\\n", "\\u200f", "\\u200e", "\\ufeff", "\\ud83d\\ude00"})
  void layoutAndMarksOfDirectionAreText(String text) throws InvalidCase {
    String json = "{\"customer\":{\"id\":\"C\",\"name\":\"a" + text + "b\"},\"receivables\":[]}";
    assertThat(read(json).customer().name().get()).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "\\ud800",
        "\\udc00x",
        "\\ud800\\ud800",
        "\\u0007",
        "\\u001b[2J",
        "\\u007f",
        "\\u009b",
        "fdp.\\u202eexe",
        "\\u2066x",
      })
  void halfCharactersAndWhatSteersTerminalsOrTheDirectionOfWritingAreRefused(String text) {
    String json = "{\"customer\":{\"id\":\"C\",\"name\":\"" + text + "\"},\"receivables\":[]}";
    assertThat(Faults.of(json).faults())
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(org.assertj.core.api.Assertions.tuple("/customer/name", "FORMAT"));
  }

  @Test
  void namesWithSlashesAndTildesAreEscapedInPointers() {
    String json = "{\"customer\":{\"id\":\"C\"},\"receivables\":[],\"a/b~c\":1}";
    assertThat(Faults.of(json).faults()).extracting(CaseFault::pointer).containsExactly("/a~1b~0c");
  }

  @Test
  void pointersHaveOneOrderWhateverTheirNamesLookLike() {
    List<String> inOrder = List.of("/2", "/10", "/1a", "/a", "/a/9", "/a/10", "/a/1x");
    List<String> sorted = new ArrayList<>(inOrder);
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(sorted, new Random(seed));
      sorted.sort(Pointers::compare);
      assertThat(sorted).isEqualTo(inOrder);
    }
  }

  @Test
  void wrongTypesEverywhereAreFaultsNotCrashes() {
    for (String wrong :
        new String[] {
          "1", "\"x\"", "true", "[]", "{}", "[[]]", "[{}]", "[1]", "1.5", "{\"a\":1,\"b\":[]}"
        }) {
      for (String place :
          new String[] {
            "customer",
            "contracts",
            "receivables",
            "credits",
            "promises",
            "agreements",
            "contacts",
            "actionsTaken",
            "asOf",
            "ledger",
            "whatIf"
          }) {
        Cases cases = Cases.thirtyDaysLate().with("/" + place, wrong);
        try {
          read(cases.json());
        } catch (InvalidCase e) {
          assertThat(e.faults()).allSatisfy(f -> assertThat(f.pointer()).startsWith("/" + place));
        }
      }
    }
  }
}
