package io.duecast.book;

import io.duecast.book.draft.MappingDraft;
import io.duecast.book.mapping.SectionKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Prints a drafted mapping: {@code DraftBook INVOICES [CUSTOMERS [CUSTOMER-MONTHS]]}. */
final class DraftBook {
  private DraftBook() {}

  public static void main(String[] args) {
    Map<SectionKind, Path> files = new EnumMap<>(SectionKind.class);
    files.put(SectionKind.INVOICES, Path.of(args[0]));
    if (args.length > 1) {
      files.put(SectionKind.CUSTOMERS, Path.of(args[1]));
    }
    if (args.length > 2) {
      files.put(SectionKind.CUSTOMER_MONTHS, Path.of(args[2]));
    }
    System.out.println(MappingDraft.infer("drafted", new Sources(files)).yaml());
  }
}
