package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.MultipartForm;
import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an analyst typed and chose to make a draft.
 *
 * @param base the version that it is made on; empty: the active one
 * @param folder where files without one belong; empty: where the base has them
 * @param deletes as typed, a path a line
 */
record DraftRequest(String base, String folder, String note, String deletes, List<Part> files) {

  static final String TABLES = "decision-tables";
  static final String SCENARIOS = "test-scenarios";
  static final String CASES = "test-scenarios/cases";

  private static final List<String> FOLDERS = List.of(TABLES, SCENARIOS, CASES);

  /** Nothing typed yet. */
  static DraftRequest on(String base) {
    return new DraftRequest(base, "", "", "", List.of());
  }

  static DraftRequest of(MultipartForm form) {
    String folder = form.text("folder");
    return new DraftRequest(
        form.text("base"),
        FOLDERS.contains(folder) ? folder : "",
        form.text("note"),
        form.text("delete"),
        form.files("file"));
  }

  /**
   * The same with its files read.
   *
   * @param known paths of the base's files
   * @throws MultipartForm.Unreadable when it is beyond the bounds
   */
  Upload upload(List<String> known) {
    List<String> gone = deletes.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (files.size() + gone.size() > Upload.MOST_FILES) {
      throw Upload.tooLarge();
    }
    Map<String, String> places = places(known);
    List<PolicyFile> read = new ArrayList<>();
    for (Part part : files) {
      byte[] bytes = MultipartForm.bytes(part, Upload.MOST_FILE_BYTES);
      read.add(new PolicyFile(placed(part.getSubmittedFileName(), places), bytes));
    }
    return new Upload(read, gone, note);
  }

  /** Where files of a name stand; decision tables come first. */
  private static Map<String, String> places(List<String> known) {
    Map<String, String> places = new LinkedHashMap<>();
    for (String path : known) {
      places.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), path);
    }
    return places;
  }

  private String placed(String name, Map<String, String> places) {
    if (name.contains("/")) {
      return name;
    }
    if (!folder.isEmpty()) {
      return folder + "/" + name;
    }
    return places.getOrDefault(name, usual(name) + "/" + name);
  }

  private static String usual(String name) {
    if (name.endsWith(".json")) {
      return CASES;
    }
    return name.endsWith(".yaml") || name.endsWith(".yml") ? SCENARIOS : TABLES;
  }
}
