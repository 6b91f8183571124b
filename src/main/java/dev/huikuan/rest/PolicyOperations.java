package dev.huikuan.rest;

import dev.huikuan.domain.Text;

/** What the routes of {@link PolicyRoutes} say of themselves. */
final class PolicyOperations {

  private PolicyOperations() {}

  static final Operation VOCABULARY =
      Operation.get(
          "/v1/vocabulary",
          new Text("词汇表", "The vocabulary"),
          new Text(
              "现行策略可用的全部术语与目录，含中英文名称。",
              "All terms and catalogues of the policy in service, with labels in both languages."),
          new Operation.Reply(200, new Text("术语与目录", "terms and catalogues"), "Vocabulary"));

  static final Operation POLICIES =
      Operation.get(
          "/v1/policies",
          new Text("策略版本", "Policy versions"),
          new Text(
              "全部策略版本及现行版本。目前只有策略文件夹这一个版本。",
              "All versions of the policy and the active one; for now the folder's alone."),
          new Operation.Reply(200, new Text("版本列表", "the versions"), "Policies"));

  static final Operation POLICY =
      Operation.get(
              "/v1/policies/{version}",
              new Text("一个策略版本", "One policy version"),
              new Text("一个版本及其决策表。", "One version with its decision tables."),
              new Operation.Reply(200, new Text("该版本", "the version"), "PolicyDetail"))
          .with(
              new Operation.Parameter(
                  "version", "path", true, "string", new Text("版本号", "the version")),
              ProblemCode.NOT_FOUND);
}
