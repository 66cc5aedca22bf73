package io.duecast.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** From columns of the database to what is told. */
final class Values {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LEAST_DECIMALS = 2;

  private Values() {}

  static @Nullable Object of(ResultSet row, String column, Kind kind) throws SQLException {
    @Nullable Object value =
        switch (kind) {
          case TEXT -> row.getString(column);
          case DAY -> day(row, column);
          case INSTANT -> instant(row, column);
          case MONEY -> money(row.getBigDecimal(column));
          case NUMBER -> row.getDouble(column);
          case COUNT -> row.getLong(column);
          case FLAG -> row.getBoolean(column);
          case JSON -> json(row.getString(column));
        };
    return row.wasNull() ? null : value;
  }

  private static @Nullable String day(ResultSet row, String column) throws SQLException {
    LocalDate day = row.getObject(column, LocalDate.class);
    return day == null ? null : day.toString();
  }

  private static @Nullable String instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant().toString();
  }

  /** Without needless zeros: {@code 1234.50}. */
  static @Nullable String money(@Nullable BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.setScale(Math.max(LEAST_DECIMALS, bare.scale())).toPlainString();
  }

  static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
