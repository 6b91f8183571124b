package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The case's JSON Schema (draft 2020-12), compiled once. */
final class CaseSchema {

  /** How many faults are worded; what is beyond is counted. */
  static final int MAX_FAULTS = 100;

  private static final String RESOURCE = "/dev/huikuan/decision/case.schema.json";

  private final Schema schema;
  private final SchemaFaults wording;

  CaseSchema() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .losslessNarrowing(true)
            .build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
            .getSchema(text(), InputFormat.JSON);
    this.wording = new SchemaFaults(schema.getSchemaNode());
  }

  static String text() {
    try (InputStream in = CaseSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All faults against the schema, in its order. */
  List<CaseFault> faults(JsonNode node) {
    List<CaseFault> faults = new ArrayList<>();
    int more = 0;
    for (Error error : schema.validate(node)) {
      if (error.getEvaluationPath().contains("anyOf")) {
        continue; // amount or outstanding: CaseChecks says it in one sentence
      }
      if (faults.size() < MAX_FAULTS) {
        faults.add(wording.of(error));
      } else {
        more++;
      }
    }
    if (more > 0) {
      faults.add(
          new CaseFault(
              "", "MORE", new Text("另有 " + more + " 处错误", "and " + more + " more faults")));
    }
    return faults;
  }
}
