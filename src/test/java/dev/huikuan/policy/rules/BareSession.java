package dev.huikuan.policy.rules;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Drools as one would use it without us: a session on the same DRL, facts in, all rules fired, the
 * session disposed. It collects nothing, sorts nothing and explains nothing.
 */
public final class BareSession {

  private final KieBase base;
  private final RuleCodes codes;

  public BareSession(Policy policy, List<PolicyFile> files) {
    List<DrlText> texts =
        files.stream()
            .filter(file -> file.path().endsWith(".drl"))
            .map(f -> new DrlText(f.path(), new String(f.bytes(), StandardCharsets.UTF_8)))
            .toList();
    this.base = DrlCompiler.compile(texts).base().orElseThrow().get();
    this.codes = new RuleCodes(policy.catalogues(), policy.vocabulary());
  }

  /** How many rules fired. */
  public int fire(Collection<?> facts) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("out", new RuleOutput(codes));
      facts.forEach(session::insert);
      return session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}
