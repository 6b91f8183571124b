package dev.huikuan.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.Demands;
import java.util.List;

/**
 * What a check found, as it is kept: shown later without checking again.
 *
 * @param isTested no errors, no failed scenario
 * @param zh the check report as JSON, texts in Chinese
 * @param en the same in English
 * @param tables of the version as a JSON array; empty when it has errors
 */
public record StoredCheck(
    int errors, int warnings, boolean isTested, byte[] zh, byte[] en, byte[] tables) {

  /** The most findings of a report that are kept; more are counted by their code. */
  static final int MOST_FINDINGS = 2_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** Checks the files of a version: loads, analyses, runs its scenarios. Takes seconds. */
  public static StoredCheck of(String version, List<PolicyFile> files) {
    return of(version, CheckReport.of(files, Demands.NONE), files);
  }

  /** What a check of files without errors found. */
  public static StoredCheck of(CheckReport report, List<PolicyFile> files) {
    return of(report.policyVersion().orElseThrow(), report, files);
  }

  private static StoredCheck of(String version, CheckReport report, List<PolicyFile> files) {
    return new StoredCheck(
        (int) report.count(Finding.Severity.ERROR),
        (int) report.count(Finding.Severity.WARNING),
        report.isTested(),
        written(report, version, Language.ZH),
        written(report, version, Language.EN),
        tables(files));
  }

  public byte[] report(Language language) {
    return language == Language.ZH ? zh : en;
  }

  private static byte[] written(CheckReport report, String version, Language language) {
    ObjectNode json = report.json(language);
    json.put("policyVersion", version);
    ArrayNode findings = (ArrayNode) json.get("findings");
    ObjectNode omitted = (ObjectNode) json.get("omitted");
    while (findings.size() > MOST_FINDINGS) {
      String code = findings.remove(findings.size() - 1).get("code").asText();
      omitted.put(code, omitted.path(code).asInt() + 1);
    }
    return bytes(json);
  }

  private static byte[] tables(List<PolicyFile> files) {
    return bytes(
        PolicyLoader.load(files)
            .policy()
            .map(TablesJson::of)
            .orElseGet(JsonNodeFactory.instance::arrayNode));
  }

  private static byte[] bytes(com.fasterxml.jackson.databind.JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
