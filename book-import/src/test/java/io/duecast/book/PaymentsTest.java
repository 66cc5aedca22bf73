package io.duecast.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import io.duecast.money.Money;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.PaymentStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsTest {
  private static final String INVOICES =
      """
      version: 1
      book: {name: acme, currency: EUR}
      invoices:
        file: invoices.csv
        id: {column: nr}
        customer: {column: cust}
        issuedOn: {column: issued}
        dueOn: {column: due}
        amount: {column: amount}
      """;
  private static final String SETTLED =
      INVOICES
          + """
          payments:
            file: payments.csv
            customer: {column: cust}
            invoice: {column: nr}
            settledOn: {column: paid}
          """;
  private static final String RECEIVED =
      INVOICES
          + """
          payments:
            file: payments.csv
            customer: {column: cust}
            invoice: {column: nr}
            payment: {column: pay}
            valueOn: {column: day}
            amount: {column: amount}
            status: {column: status, map: {OK: BOOKED, BACK: RETURNED, "": BOOKED}}
          """;

  private final Folder folder;

  PaymentsTest(@TempDir Path directory) {
    this.folder = new Folder(directory);
  }

  @BeforeEach
  void twoInvoicesOfOneCustomer() {
    folder.write(
        "invoices.csv",
        """
        nr,cust,issued,due,amount
        1,C1,2025-03-01,2025-03-11,100
        2,C1,2025-03-05,2025-03-15,50
        """);
  }

  private QualityReport.OfFile payments(Folder.BookRead read) {
    return read.quality().of(SectionKind.PAYMENTS);
  }

  @Test
  void aFileOfSettlementsClosesInvoices() {
    folder.write(
        "payments.csv",
        """
        cust,nr,paid
        C1,1,2025-03-20
        C1,2,2025-03-02
        C1,9,2025-03-20
        C1,1,2025-03-21
        ,1,2025-03-20
        C1,,2025-03-20
        C1,1,
        C1,1,2026-12-31
        """);
    Folder.BookRead read = folder.read(SETTLED);
    assertThat(read.facts(PaymentSettled.class))
        .extracting(f -> f.envelope().recordedAt() + " " + f.invoice() + " " + f.settledOn())
        .containsExactly(
            "2025-03-05T20:00:00Z 2 2025-03-02",
            "2025-03-20T20:00:00Z 1 2025-03-20",
            "2025-03-20T20:00:00Z 9 2025-03-20",
            "2025-03-21T20:00:00Z 1 2025-03-21");
    assertThat(payments(read).rules())
        .extracting(of -> of.severity() + " " + of.rule() + " " + of.count())
        .containsExactlyInAnyOrder(
            "NOTED PAID_BEFORE_ISSUE 1",
            "NOTED INVOICE_UNKNOWN 1",
            "NOTED SETTLED_AGAIN 1",
            "REJECTED CUSTOMER_ID_MISSING 1",
            "REJECTED INVOICE_ID_MISSING 1",
            "REJECTED DATE_MISSING 1",
            "REJECTED PAID_AFTER_AS_OF 1");
  }

  @Test
  void theRowsOfOnePaymentAreOneFact() {
    folder.write(
        "payments.csv",
        """
        cust,nr,pay,day,amount,status
        C1,1,P7,2025-03-20,60,OK
        C1,2,P8,2025-03-21,20,
        C1,2,P7,2025-03-20,40,OK
        C1,,P9,2025-03-22,5,
        """);
    var facts = folder.read(RECEIVED).facts(PaymentReceived.class);
    assertThat(facts)
        .extracting(f -> f.payment() + " " + f.amount() + " " + f.allocations().size())
        .containsExactly("P7 100.00 EUR 2", "P8 20.00 EUR 1", "P9 5.00 EUR 0");
    assertThat(facts.getFirst().allocations().get(1).amount()).isEqualTo(Money.of("40", "EUR"));
  }

  @Test
  void aPaymentThatCameBackIsAnotherEventOfTheSamePayment() {
    folder.write(
        "payments.csv",
        "cust,nr,pay,day,amount,status\nC1,1,P7,2025-03-20,60,OK\nC1,1,P7,2025-03-27,60,BACK\n");
    assertThat(folder.read(RECEIVED).facts(PaymentReceived.class))
        .extracting(PaymentReceived::status)
        .containsExactly(PaymentStatus.BOOKED, PaymentStatus.RETURNED);
  }

  @Test
  void theWholeAmountAndTheAllocatedPartAreToldApart() {
    String yaml = RECEIVED + "  allocated: {column: part}\n";
    folder.write(
        "payments.csv",
        """
        cust,nr,pay,day,amount,status,part
        C1,1,P7,2025-03-20,120,OK,60
        C1,2,P7,2025-03-20,120,OK,40
        """);
    PaymentReceived fact = folder.read(yaml).facts(PaymentReceived.class).getFirst();
    assertThat(fact.amount()).isEqualTo(Money.of("120", "EUR"));
    assertThat(fact.allocations()).hasSize(2);
  }

  @Test
  void rowsOfOnePaymentThatContradictEachOtherAreRejectedTogether() {
    String yaml = RECEIVED + "  allocated: {column: part}\n";
    folder.write(
        "payments.csv",
        """
        cust,nr,pay,day,amount,status,part
        C1,1,P7,2025-03-20,120,OK,60
        C1,2,P7,2025-03-20,130,OK,40
        C1,1,P8,2025-03-20,10,OK,60
        C1,1,P9,2025-03-20,10,WHAT,10
        """);
    Folder.BookRead read = folder.read(yaml);
    assertThat(read.facts(PaymentReceived.class)).isEmpty();
    assertThat(payments(read).rules())
        .extracting(of -> of.severity() + " " + of.rule() + " " + of.count())
        .containsExactlyInAnyOrder(
            "REJECTED PAYMENT_INCONSISTENT 2",
            "REJECTED IMPOSSIBLE_AMOUNT 1",
            "REJECTED VALUE_UNKNOWN 1");
    assertThat(payments(read).rejected()).isEqualTo(4);
  }
}
