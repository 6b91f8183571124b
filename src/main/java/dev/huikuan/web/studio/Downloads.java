package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.exchange.TidyWorkbook;
import dev.huikuan.web.reception.PageLanguage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a version as they are stored, and tidy workbooks written from its tables. */
final class Downloads {

  /**
   * Something to be saved.
   *
   * @param name without a folder
   */
  record Download(String name, String type, byte[] bytes) {

    /** For the header of that name: plain letters for old programs, all of it for others. */
    String disposition() {
      String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
      return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }
  }

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Map<String, String> TYPES =
      Map.of(
          "xlsx", XLSX,
          "csv", "text/csv; charset=utf-8",
          "json", "application/json",
          "yaml", "application/yaml",
          "yml", "application/yaml");

  private static final List<String> FOLDERS = List.of(DraftRequest.TABLES, DraftRequest.SCENARIOS);

  private final PolicyLife life;

  Downloads(PolicyLife life) {
    this.life = life;
  }

  /** Where a stored file comes from. */
  static String url(String version, String path) {
    return VersionWords.url(version) + "/files/" + encoded(path).replace("%2F", "/");
  }

  /** Where a tidy copy of a file's tables comes from. */
  static String tidyUrl(String version, String path) {
    return VersionWords.url(version) + "/workbook" + PageLanguage.url(List.of("file", path));
  }

  /** Where tidy copies of all come from. */
  static String tidyUrl(String version) {
    return VersionWords.url(version) + "/workbooks.zip";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A file as it is stored; only tables and scenarios are handed out, only by their whole path. */
  Optional<Download> stored(String version, String path) {
    return life.archive().files(version).stream()
        .filter(file -> file.path().equals(path) && FOLDERS.contains(file.folder()))
        .findFirst()
        .map(file -> new Download(nameOf(path), type(path), file.bytes()));
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String type(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  /** A tidy workbook of the tables of a decision; absent when the version has errors. */
  Optional<Download> tidyDecision(ArchivedPolicy version, String decision, Language language) {
    return tidy(version, table -> table.code().equals(decision), decision, language);
  }

  /** A tidy workbook of the tables of a file. */
  Optional<Download> tidyFile(ArchivedPolicy version, String file, Language language) {
    String name = nameOf(file).replaceFirst("\\.[^.]*$", "");
    return tidy(version, table -> Places.fileOf(table.location()).equals(file), name, language);
  }

  private Optional<Download> tidy(
      ArchivedPolicy version, Predicate<DecisionTable> wanted, String name, Language language) {
    Optional<Policy> policy = policy(version);
    List<DecisionTable> tables =
        policy.map(Downloads::tables).orElse(List.of()).stream().filter(wanted).toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = new TidyWorkbook(language).write(tables, policy.orElseThrow().vocabulary());
    return Optional.of(new Download(name + ".xlsx", XLSX, bytes));
  }

  /** Tidy workbooks of all tables, one for each file in which they stand. */
  Optional<Download> tidyAll(ArchivedPolicy version, Language language) {
    Optional<Policy> policy = policy(version);
    if (policy.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<DecisionTable>> byFile = new TreeMap<>();
    for (DecisionTable table : tables(policy.get())) {
      String file = Places.fileOf(table.location()).replaceFirst("\\.[^.]*$", ".xlsx");
      byFile.computeIfAbsent(nameOf(file), f -> new ArrayList<>()).add(table);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, List<DecisionTable>> file : byFile.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(version.createdAt().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(new TidyWorkbook(language).write(file.getValue(), policy.get().vocabulary()));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    String name = "huikuan-" + VersionWords.shortened(version.version()) + ".zip";
    return Optional.of(new Download(name, "application/zip", bytes.toByteArray()));
  }

  private static List<DecisionTable> tables(Policy policy) {
    return policy.tables().stream()
        .map(TableIndex::table)
        .sorted(Comparator.comparing(DecisionTable::location))
        .toList();
  }

  /** Without its rules: what the archive has of those is never compiled, and tables need none. */
  private Optional<Policy> policy(ArchivedPolicy version) {
    if (version.errors() > 0) {
      return Optional.empty();
    }
    List<PolicyFile> files =
        life.archive().files(version.version()).stream()
            .filter(file -> file.folder().equals(DraftRequest.TABLES))
            .toList();
    return PolicyLoader.load(files).policy();
  }
}
