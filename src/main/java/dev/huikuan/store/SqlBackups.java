package dev.huikuan.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.records.Backups;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Backups as a zip: an entry for each table, then the manifest. Nothing is held in memory. */
public final class SqlBackups implements Backups {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AT_ONCE = 200;

  private final Database database;

  public SqlBackups(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Long> write(Path file, Instant now) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      BackupManifest manifest = database.snapshot(connection -> written(connection, zip, now));
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      return counts(manifest);
    } catch (UncheckedIOException full) {
      throw full.getCause();
    }
  }

  private static BackupManifest written(Connection connection, ZipOutputStream zip, Instant now)
      throws SQLException {
    List<BackupManifest.Table> tables = new ArrayList<>();
    try {
      for (String name : Tables.names(connection)) {
        tables.add(written(connection, name, zip));
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return new BackupManifest(
        BackupManifest.FORMAT, Tables.schema(connection), now.toString(), tables);
  }

  private static BackupManifest.Table written(
      Connection connection, String name, ZipOutputStream zip) throws SQLException, IOException {
    List<String> columns = Tables.columns(connection, name);
    String sql =
        "SELECT "
            + list(columns)
            + " FROM "
            + Tables.quoted(name)
            + " ORDER BY "
            + list(Tables.key(connection, name));
    MessageDigest hash = sha256();
    zip.putNextEntry(new ZipEntry(new BackupManifest.Table(name, columns, 0, "").entry()));
    long count;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(AT_ONCE);
      try (ResultSet rows = select.executeQuery()) {
        count = BackupRows.write(rows, columns.size(), new DigestOutputStream(zip, hash));
      }
    }
    zip.closeEntry();
    return new BackupManifest.Table(name, columns, count, HexFormat.of().formatHex(hash.digest()));
  }

  @Override
  public Map<String, Long> restore(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(zip);
      database.transaction(
          connection -> {
            requireFit(connection, manifest);
            for (BackupManifest.Table table : manifest.tables()) {
              fill(connection, table, zip);
            }
            return null;
          });
      return counts(manifest);
    } catch (ZipException | UncheckedIOException broken) {
      throw unreadable();
    }
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw unreadable();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return JSON.readValue(in, BackupManifest.class);
    } catch (JsonProcessingException broken) {
      throw unreadable();
    }
  }

  private static void requireFit(Connection connection, BackupManifest manifest)
      throws SQLException {
    String schema = Tables.schema(connection);
    if (manifest.format() != BackupManifest.FORMAT || !schema.equals(manifest.schema())) {
      throw new Refused(
          "备份的结构版本是 " + manifest.schema() + "，本程序是 " + schema + "；请用制作备份时的版本恢复，再升级",
          "the backup's schema is "
              + manifest.schema()
              + ", this program's is "
              + schema
              + "; restore it with the version that made it, then upgrade");
    }
    List<String> tables = Tables.names(connection);
    if (!tables.equals(manifest.tables().stream().map(BackupManifest.Table::name).toList())) {
      throw unreadable();
    }
    for (BackupManifest.Table table : manifest.tables()) {
      if (Tables.hasRows(connection, table.name())) {
        throw new Refused(
            "数据库不是空的（表 " + table.name() + " 中有数据）；请恢复到一个新的数据库",
            "the database is not empty (there are rows in "
                + table.name()
                + "); restore into a new one");
      }
      if (!Tables.columns(connection, table.name()).equals(table.columns())) {
        throw unreadable();
      }
    }
  }

  private void fill(Connection connection, BackupManifest.Table table, ZipFile zip)
      throws SQLException {
    boolean numbered = database.dialect() == Dialect.POSTGRESQL;
    String sql =
        "INSERT INTO "
            + Tables.quoted(table.name())
            + " ("
            + list(table.columns())
            + ")"
            + (numbered ? " OVERRIDING SYSTEM VALUE" : "")
            + " VALUES ("
            + String.join(", ", Collections.nCopies(table.columns().size(), "?"))
            + ")";
    MessageDigest hash = sha256();
    long count;
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw unreadable();
    }
    try (PreparedStatement insert = connection.prepareStatement(sql);
        InputStream in = new DigestInputStream(zip.getInputStream(entry), hash)) {
      count = BackupRows.read(in, table.columns().size(), insert);
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (count != table.rows() || !HexFormat.of().formatHex(hash.digest()).equals(table.sha256())) {
      throw unreadable();
    }
    if (numbered) {
      Tables.resetSequences(connection, table.name(), table.columns());
    }
  }

  private static Refused unreadable() {
    return new Refused(
        "文件不是完整的备份（条数或校验和不符），没有恢复任何内容",
        "the file is no complete backup (a count or a hash does not fit); nothing was restored");
  }

  private static Map<String, Long> counts(BackupManifest manifest) {
    Map<String, Long> counts = new TreeMap<>();
    manifest.tables().forEach(table -> counts.put(table.name(), table.rows()));
    return counts;
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
