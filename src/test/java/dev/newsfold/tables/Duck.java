package dev.newsfold.tables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in memory, as someone else's reader of our tables. */
final class Duck implements AutoCloseable {
  private final Connection connection;

  Duck() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    // Nothing is fetched: reading Parquet is built in.
    list("SET autoinstall_known_extensions = false");
    list("SET TimeZone = 'UTC'");
  }

  /** The Parquet files of a table, as they are named in a FROM. */
  static String table(Path export, String dataset) {
    return "read_parquet('" + export + "/" + dataset + "/**/*.parquet', hive_partitioning = true)";
  }

  /** The rows of a query, the columns of each joined by a bar. */
  List<String> list(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return rows;
      }
      try (ResultSet result = statement.getResultSet()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(i == 1 ? "" : "|").append(result.getString(i));
          }
          rows.add(row.toString());
        }
      }
    }
    return rows;
  }

  /** The only value of a query's only row. */
  String value(String sql) throws SQLException {
    return String.join("\n", list(sql));
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(value(sql));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
