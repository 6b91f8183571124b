package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;

/** Four eyes: who had a part in a version neither approves it nor puts it into service first. */
final class Authors {

  private Authors() {}

  /**
   * Refuses somebody who had a part in a version. In open mode nobody can be told apart, so nobody
   * is refused.
   *
   * @param deed what has to be done by somebody else
   */
  static void requireOther(PolicyArchive archive, ArchivedPolicy policy, Principal who, Text deed) {
    if (!isBarred(archive, policy, who)) {
      return;
    }
    String version = policy.version();
    throw PolicyRefusal.of(
        Kind.OWN_DRAFT,
        "版本 `" + version + "` 是 `" + who.name() + "` 自己提交的；须由他人" + deed.zh(),
        "version `"
            + version
            + "` is the work of `"
            + who.name()
            + "`; somebody else has to "
            + deed.en()
            + " it");
  }

  /** True for somebody who had a part in it and can be told apart from others. */
  static boolean isBarred(PolicyArchive archive, ArchivedPolicy policy, Principal who) {
    return !who.open() && isAuthor(archive, policy, who);
  }

  private static boolean isAuthor(PolicyArchive archive, ArchivedPolicy policy, Principal who) {
    return policy.author().equals(who.name())
        || archive.history(policy.version()).stream()
            .filter(PolicyEvent::isAuthorship)
            .anyMatch(event -> event.who().equals(who.name()));
  }
}
