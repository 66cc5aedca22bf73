package io.duecast.standalone.read;

import io.duecast.standalone.read.ReadCommand.Row;
import java.math.BigDecimal;
import java.util.Comparator;

/** The order of rows by one column, numbers before text, then by everything else. */
record ByColumn(String column) implements Comparator<Row> {
  @Override
  public int compare(Row a, Row b) {
    String first = a.cells().getOrDefault(column, "");
    String second = b.cells().getOrDefault(column, "");
    boolean isFirstNumber = isNumber(first);
    boolean isSecondNumber = isNumber(second);
    int by =
        isFirstNumber && isSecondNumber
            ? new BigDecimal(first).compareTo(new BigDecimal(second))
            : isFirstNumber == isSecondNumber
                ? first.compareTo(second)
                : Boolean.compare(isSecondNumber, isFirstNumber);
    return by != 0 ? by : a.cells().toString().compareTo(b.cells().toString());
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,30}(\\.\\d{1,30})?([eE]-?\\d{1,3})?");
  }
}
