package io.duecast.reminder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where customers are reached: the columns {@code customer}, {@code email} and {@code webhook} of a
 * CSV file. Addresses are on no topic.
 */
public record AddressBook(Map<String, Address> byCustomer) {
  public AddressBook {
    byCustomer = Map.copyOf(byCustomer);
  }

  /**
   * The book in a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or has no column {@code customer}
   */
  public static AddressBook read(Path file) {
    Map<String, Address> known = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String customer = cell(row, "customer");
        if (customer == null) {
          throw new IllegalArgumentException(
              "%s:%d: no customer".formatted(file, row.getStartingLineNumber()));
        }
        known.put(customer, new Address(cell(row, "email"), cell(row, "webhook")));
      }
    } catch (IOException | CsvParseException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    return new AddressBook(known);
  }

  private static @Nullable String cell(NamedCsvRecord row, String column) {
    return row.findField(column).filter(it -> !it.isBlank()).orElse(null);
  }

  Address of(String customer) {
    return byCustomer.getOrDefault(customer, Address.NONE);
  }
}
