package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.TableIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Whatever stands in a cell, the XML is valid DMN 1.5 and nothing in it runs. */
class HostileNamesTest {

  private static final String HOSTILE = "</text><script>alert(1)</script>\"\" + 1 ]]> &amp; \\";

  @Test
  void theDefaultPolicyIsValidAgainstTheSchema() throws Exception {
    assertValid(xml(DefaultPolicy.load()));
  }

  @Test
  void namesTextsAndCodesFromCellsStayText() throws Exception {
    Policy policy = hostile();
    byte[] xml = xml(policy);
    assertValid(xml);
    DmnImport.Read read = DmnImport.read("h.dmn", xml, policy.vocabulary());
    assertThat(read.findings()).isEmpty();
    SameMeaning.assertSame(tables(policy), read.tables(), 200);
    // The engine, too, sees one string: it compiles and runs without a word.
    new DmnEngine(xml).decide(java.util.Map.of("place_plain", "north"), false);
  }

  private static Policy hostile() {
    String words =
        "Attributes,x\nCode,Label (zh),Label (en),Level,On account,Origin,Type,Values,Min,Max,Where\n"
            + "place,地点<b>,Place & \"\"there\"\",account,,given,text,,,,\n"
            + "then,那么,Then what,account,,given,whole number,,,,\n"
            + "null,空,Nothing there,account,,given,whole number,,,,\n"
            + "said,说法,Said so,account,,decided,text,,,,\n";
    String table =
        "Decision,\""
            + HOSTILE
            + "\",\"Label <i>\",\"标签 & '\"\nHit policy,C\nDescription,\"a\n]]>\"\"\"\n,When,,,Then,,Notes,,\n"
            + "Row,place,then,null,said (zh),said (en),Reason (zh),Reason (en),Note\n\"R<1>\",\""
            + "it's"
            + "\",> 1,\"< 5\",\""
            + HOSTILE
            + "\",\"=1+1 \u0001\",\""
            + HOSTILE
            + "\",en,\""
            + HOSTILE
            + "\"\nR-2,\"not('say \"\"x\"\"'), unknown\",,,乙,\"b\n\nc\t\\n\",,,\n";
    return RandomSheets.load(
        List.of(
            new PolicyFile("decision-tables/w.csv", words.getBytes(StandardCharsets.UTF_8)),
            new PolicyFile("decision-tables/t.csv", table.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<DecisionTable> tables(Policy policy) {
    return policy.tables().stream().map(TableIndex::table).toList();
  }

  private static byte[] xml(Policy policy) {
    return DmnExport.write(
            new PolicyTables(policy.version(), policy.vocabulary(), tables(policy), Set.of()))
        .xml();
  }

  private static void assertValid(byte[] xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(HostileNamesTest.class.getResource("/org/omg/spec/DMN/20230324/DMN15.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(xml)));
  }
}
