package io.duecast.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A book made by chance with the dirt that real ones have: no invoice numbers, siblings,
 * duplicates, missing and unreadable values, due and paid before issue, terms of years, strangers.
 */
final class DirtyBook {
  static final LocalDate AS_OF = LocalDate.of(2020, 9, 8);
  static final String INVOICES_HEADER =
      "ID_CLIENTE;SAFRA_REF;DATA_EMISSAO_DOCUMENTO;DATA_PAGAMENTO;DATA_VENCIMENTO;VALOR_A_PAGAR;TAXA";
  private static final String CUSTOMERS_HEADER =
      "ID_CLIENTE;DATA_CADASTRO;DDD;FLAG_PF;SEGMENTO_INDUSTRIAL;DOMINIO_EMAIL;PORTE;CEP_2_DIG";
  private static final String MONTHS_HEADER =
      "ID_CLIENTE;SAFRA_REF;RENDA_MES_ANTERIOR;NO_FUNCIONARIOS";
  private static final long FIRST_ID = 1_000_000_000_000_000_000L;

  private final Random random;
  private final List<String> invoices = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();
  private final List<String> months = new ArrayList<>();

  DirtyBook(long seed, int rows) {
    random = new Random(seed);
    int known = 1 + random.nextInt(20);
    for (int i = 0; i < known; i++) {
      customers.add(customer(FIRST_ID + i));
      for (int month = 1; month <= 12; month += 1 + random.nextInt(5)) {
        String income = chance(10) ? "" : random.nextInt(900_000) + ".0";
        months.add("%d;2019-%02d;%s;".formatted(FIRST_ID + i, month, income));
      }
    }
    while (invoices.size() < rows) {
      String row = invoice(FIRST_ID + random.nextInt(known + 2));
      invoices.add(row);
      if (chance(5)) {
        invoices.add(row);
      }
    }
  }

  List<String> invoices() {
    return invoices;
  }

  /** Writes the three files, the rows of the invoices in another order if there is a seed. */
  void writeTo(Folder folder, long shuffleSeed) {
    List<String> rows = new ArrayList<>(invoices);
    List<String> masters = new ArrayList<>(customers);
    if (shuffleSeed != 0) {
      Collections.shuffle(rows, new Random(shuffleSeed));
      Collections.shuffle(masters, new Random(shuffleSeed));
    }
    folder.write("payments.csv", INVOICES_HEADER + "\n" + String.join("\n", rows) + "\n");
    folder.write("customers.csv", CUSTOMERS_HEADER + "\n" + String.join("\n", masters) + "\n");
    folder.write("customers-monthly.csv", MONTHS_HEADER + "\n" + String.join("\n", months) + "\n");
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String customer(long id) {
    return "%d;2010-05-%02d;%s;%s;%s;GMAIL;%s;%d"
        .formatted(
            id,
            1 + random.nextInt(28),
            chance(10) ? "(1" : "11",
            chance(10) ? "X" : "",
            chance(10) ? "" : "Serviços",
            chance(10) ? "" : "MEDIO",
            10 + random.nextInt(89));
  }

  private String invoice(long id) {
    LocalDate issued = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(40));
    LocalDate due = issued.plusDays(chance(5) ? random.nextInt(3000) - 400 : 20);
    LocalDate paid = due.plusDays(random.nextInt(30) - (chance(5) ? 60 : 5));
    String row =
        "%s;%s;%s;%s;%s;%s;%s"
            .formatted(
                chance(2) ? "" : id,
                issued.toString().substring(0, 7),
                chance(2) ? "2019-02-30" : issued,
                chance(10) || paid.isAfter(AS_OF) ? "" : paid,
                chance(2) ? "" : due,
                amount(),
                chance(50) ? "5.99" : "6.99");
    return chance(2) ? row + ";x" : chance(2) ? row.substring(0, row.lastIndexOf(';')) : row;
  }

  private String amount() {
    int kind = random.nextInt(50);
    return switch (kind) {
      case 0 -> "";
      case 1 -> "0.0";
      case 2 -> "-17.5";
      case 3 -> "1.234,50";
      default -> (10 + random.nextInt(4)) + ".5";
    };
  }
}
