package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;

/**
 * What is said of a version that stands where something cannot be done: the state, and what can.
 */
final class Possible {

  private Possible() {}

  static PolicyRefusal refused(ArchivedPolicy policy, Text wanted) {
    Text can = next(policy.status());
    String named = "`" + policy.version() + "`";
    return PolicyRefusal.of(
        Kind.STATE,
        "版本 " + named + " 的状态是 " + policy.status() + "，不能" + wanted.zh() + "；" + can.zh(),
        "version "
            + named
            + " is "
            + policy.status()
            + " and cannot be "
            + wanted.en()
            + "; "
            + can.en());
  }

  static PolicyRefusal changedMeanwhile(String version) {
    return PolicyRefusal.of(
        Kind.STATE,
        "版本 `" + version + "` 的状态刚被他人改变；请重新查看后再试",
        "somebody else changed the state of version `" + version + "` just now; look again");
  }

  private static Text next(PolicyStatus status) {
    return switch (status) {
      case DRAFT ->
          new Text(
              "有错误或未通过的场景：请改正后以它为基础重新上传，或驳回",
              "it has errors or scenarios that fail: upload a corrected draft on top of it, or reject"
                  + " it");
      case CHECKED -> new Text("可以模拟、批准或驳回", "it can be simulated, approved or rejected");
      case APPROVED -> new Text("可以激活或驳回", "it can be activated or rejected");
      case ACTIVE -> new Text("它正在使用；可以激活别的版本", "it is in service; another can be activated");
      case SUPERSEDED -> new Text("可以重新激活（回退）", "it can be activated again (rollback)");
      case REJECTED ->
          new Text("已被驳回；可以重新上传提交", "it was rejected; it can be sent in again by uploading it");
    };
  }
}
