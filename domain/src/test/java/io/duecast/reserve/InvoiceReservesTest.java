package io.duecast.reserve;

import static io.duecast.reserve.Days.FIRST;
import static io.duecast.reserve.Days.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.customer.CustomerId;
import io.duecast.insight.OpenItem;
import io.duecast.receivable.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceReservesTest {
  private final List<ReservePosition> positions =
      new ReserveDesk(new InMemoryReserveBooks(), ReservePolicy.DEFAULT)
          .after(List.of(Days.of(FIRST, GROUP, "1000.00", "100.01")));

  @Test
  void theInvoicesAddUpToTheMatrix() {
    List<InvoiceReserve> all =
        InvoiceReserves.of(
            positions,
            List.of(
                item("a", FIRST, "333.33"),
                item("b", FIRST, "333.33"),
                item("c", FIRST.plusDays(9), "333.34"),
                item("d", FIRST.minusDays(30), "100.01")));

    assertThat(all)
        .extracting(it -> it.reserve().toPlainString())
        .containsExactly("1.00", "1.00", "1.00", "1.60");
    assertThat(all.stream().map(InvoiceReserve::reserve).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(positions.getFirst().closing());
  }

  @Test
  void invoicesThatAreNotTheReceivablesAreRefused() {
    assertThatThrownBy(() -> InvoiceReserves.of(positions, List.of(item("a", FIRST, "999.99"))))
        .hasMessageContaining("the invoices add up to 999.99, the receivables are 1000.0000");
  }

  private static OpenItem item(String invoice, LocalDate dueOn, String open) {
    return new OpenItem(
        new CustomerId("c"), new InvoiceId(invoice), GROUP, dueOn, new BigDecimal(open));
  }
}
