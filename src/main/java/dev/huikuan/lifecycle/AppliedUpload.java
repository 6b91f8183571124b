package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRefusal.Fault;
import dev.huikuan.policy.PolicyFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a draft: its base's with what was uploaded, without what was deleted. */
final class AppliedUpload {

  private static final int MOST_FILES = 2_000;
  private static final long MOST_BYTES = 100_000_000;

  private final Map<String, PolicyFile> files = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  private AppliedUpload(List<PolicyFile> base) {
    base.forEach(file -> files.put(file.path(), file));
  }

  /**
   * The files, sorted by path.
   *
   * @throws PolicyRefusal that names every fault of the upload
   */
  static List<PolicyFile> on(List<PolicyFile> base, Upload upload) {
    AppliedUpload applied = new AppliedUpload(base);
    for (int i = 0; i < upload.deletes().size(); i++) {
      applied.delete(upload.deletes().get(i), "/delete/" + i);
    }
    for (int i = 0; i < upload.files().size(); i++) {
      applied.put(upload.files().get(i), "/file/" + i);
    }
    applied.note(upload);
    if (!applied.faults.isEmpty()) {
      throw PolicyRefusal.of(PolicyRefusal.Kind.BAD_UPLOAD, applied.faults);
    }
    return applied.within();
  }

  private void put(PolicyFile file, String pointer) {
    String name = FileName.canonical(file.path());
    Optional<Text> fault = FileName.fault(name);
    if (fault.isPresent()) {
      fault(pointer, "NAME", fault.get());
    } else if (!named.add(name)) {
      fault(
          pointer,
          "TWICE",
          new Text(
              "`" + name + "` 在本次上传中出现不止一次",
              "`" + name + "` appears more than once in this upload"));
    } else {
      files.put(name, new PolicyFile(name, file.bytes()));
    }
  }

  private void delete(String written, String pointer) {
    String name = FileName.canonical(written);
    Optional<Text> fault = FileName.fault(name);
    if (fault.isPresent()) {
      fault(pointer, "NAME", fault.get());
    } else if (!named.add(name) || files.remove(name) == null) {
      fault(
          pointer,
          "NOT_THERE",
          new Text("基础版本中没有文件 `" + name + "`", "the base has no file `" + name + "`"));
    }
  }

  private void note(Upload upload) {
    if (upload.files().isEmpty() && upload.deletes().isEmpty()) {
      fault(
          "/file",
          "REQUIRED",
          new Text(
              "至少上传一个 `file` 或写一个 `delete`", "expected at least one part `file` or one `delete`"));
    }
    if (upload.note().isBlank() || upload.note().length() > Upload.LONGEST_NOTE) {
      fault(
          "/note",
          "REQUIRED",
          new Text(
              "请用 `note` 说明修改原因，不超过 " + Upload.LONGEST_NOTE + " 个字符",
              "say in `note` why, in at most " + Upload.LONGEST_NOTE + " characters"));
    }
  }

  private void fault(String pointer, String code, Text message) {
    faults.add(new Fault(pointer, code, message));
  }

  private List<PolicyFile> within() {
    long bytes = files.values().stream().mapToLong(file -> file.bytes().length).sum();
    if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
      throw PolicyRefusal.of(
          PolicyRefusal.Kind.TOO_LARGE,
          "策略过大：最多 " + MOST_FILES + " 个文件、共 " + MOST_BYTES + " 字节",
          "the policy is too large: at most "
              + MOST_FILES
              + " files and "
              + MOST_BYTES
              + " bytes in all");
    }
    return List.copyOf(files.values());
  }
}
