package io.duecast.reminder;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** The book in a file. */
  public static AddressBook read(Path file) {
    Map<String, Address> known = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        known.put(row.getField("customer"), new Address(cell(row, "email"), cell(row, "webhook")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
