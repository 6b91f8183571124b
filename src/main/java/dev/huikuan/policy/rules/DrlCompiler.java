package dev.huikuan.policy.rules;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Turns DRL texts into a knowledge base. It goes through KIE's knowledge builder rather than {@code
 * KieServices}: that one keeps what it builds in a static repository under release ids, so policies
 * that come and go would leave something behind. Here nothing outlives its {@link RuleBook}.
 */
final class DrlCompiler {

  /** Gives knowledge bases of all rules, each one new, unless there are findings. */
  record Result(Optional<Supplier<KieBase>> base, List<Finding> findings) {}

  private DrlCompiler() {}

  static Result compile(List<DrlText> texts) {
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    texts.forEach(text -> add(builder, text));
    List<Finding> findings = new ArrayList<>();
    for (KnowledgeBuilderError error : builder.getErrors()) {
      boolean echo = error.getMessage().contains("Parser returned a null Package");
      if (!echo) {
        findings.add(finding(error));
      }
    }
    return findings.isEmpty()
        ? new Result(Optional.of(builder::newKieBase), List.of())
        : new Result(Optional.empty(), findings.stream().distinct().toList());
  }

  /** The word of {@code @phase(…)}; empty when the rule has none. */
  static String phaseWord(Rule rule) {
    Object word = rule.getMetaData().get("phase");
    return word == null ? "" : word.toString().replace("\"", "");
  }

  private static void add(KnowledgeBuilder builder, DrlText text) {
    Resource resource =
        ResourceFactory.newInputStreamResource(
            new ByteArrayInputStream(text.compilable().getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8.name());
    resource.setSourcePath(text.path());
    builder.add(resource, ResourceType.DRL);
  }

  private static Finding finding(KnowledgeBuilderError error) {
    String path = error.getResource() == null ? "rules" : error.getResource().getSourcePath();
    int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
    String said = error.getMessage().strip().replaceAll("\\s*\\R\\s*", "; ");
    return Finding.error(
        Finding.Code.DRL,
        path + ":" + line,
        new Text(
            "规则不能编译：%s；请改正该行后重试".formatted(said),
            "the rule does not compile: %s; correct this line and try again".formatted(said)));
  }
}
