package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentStatus;
import io.duecast.simulator.Arrival.OfDay;
import io.duecast.simulator.Arrival.OfFact;
import io.duecast.simulator.Arrival.OfIndicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EconomyTest {
  @Test
  void equalSettingsGiveEqualEventsToTheBit() {
    List<Arrival> arrivals = Economy.of(Examples.small()).stream().toList();

    assertThat(Economy.of(Examples.small()).stream().toList()).isEqualTo(arrivals);
    assertThat(Canonical.sha256(arrivals))
        .isEqualTo("4338aa60060a49be7aee49411f110b3770a566d6120319432a2517b586787836");
  }

  @Test
  void anotherSeedGivesAnotherEconomy() {
    List<Fact> first = Examples.factsAsRecorded(Examples.small().withSeed(11));
    List<Fact> other = Examples.factsAsRecorded(Examples.small().withSeed(13));

    assertThat(first.equals(other)).isFalse();
  }

  @Test
  void everyKindOfEventOccurs() {
    Set<Class<?>> kinds = new HashSet<>();
    Set<AmendmentType> amendments = EnumSet.noneOf(AmendmentType.class);
    Set<OutcomeKind> outcomes = EnumSet.noneOf(OutcomeKind.class);
    Set<PaymentStatus> payments = EnumSet.noneOf(PaymentStatus.class);
    Set<DocumentType> documents = EnumSet.noneOf(DocumentType.class);
    Set<Object> responses = new HashSet<>();
    Economy.of(EconomySettings.demo()).stream()
        .map(Arrival::event)
        .forEach(
            event -> {
              kinds.add(event.getClass());
              switch (event) {
                case InvoiceAmended amended -> amendments.add(amended.type());
                case CollectionOutcome contact -> outcomes.add(contact.outcome());
                case PaymentReceived payment -> payments.add(payment.status());
                case InvoiceIssued issued -> documents.add(issued.documentType());
                case BuyerResponded response -> responses.add(response.status());
                default -> {}
              }
            });

    assertThat(kinds).contains(Fact.class.getPermittedSubclasses()).hasSize(12);
    assertThat(amendments)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(AmendmentType.UNKNOWN, AmendmentType.REOPENED)));
    assertThat(outcomes)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(OutcomeKind.UNKNOWN, OutcomeKind.REVIEWED)));
    assertThat(payments)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(PaymentStatus.UNKNOWN)));
    assertThat(documents)
        .containsExactlyInAnyOrder(
            DocumentType.INVOICE, DocumentType.CORRECTED_INVOICE, DocumentType.PREPAYMENT_INVOICE);
    assertThat(responses).hasSize(6);
  }

  @Test
  void eachDayBeginsBeforeAllElseAndWhatComesInIsInOrder() {
    Economy economy = Economy.of(Examples.small());
    LocalDate expected = Examples.small().start();
    while (economy.hasNextDay()) {
      List<Arrival> arrivals = economy.nextDay();
      assertThat(arrivals.getFirst()).isInstanceOf(OfDay.class);
      assertThat(((OfDay) arrivals.getFirst()).event().date()).isEqualTo(expected);
      assertThat(arrivals.stream().filter(OfDay.class::isInstance)).hasSize(1);
      assertThat(arrivals).extracting(Arrival::arrivesAt).isSorted();
      expected = expected.plusDays(1);
    }
    assertThatThrownBy(economy::nextDay).hasMessageContaining("the economy ended on");
  }

  @Test
  void theWireRepeatsTheVerySameFactAndLosesNone() {
    Map<Fact, Integer> sent = new HashMap<>();
    List<Fact> repeats = new ArrayList<>();
    Economy.of(Examples.small()).stream()
        .filter(OfFact.class::isInstance)
        .map(OfFact.class::cast)
        .forEach(
            arrival -> {
              sent.merge(arrival.event(), 1, Integer::sum);
              if (arrival.repeated()) {
                repeats.add(arrival.event());
              }
            });

    assertThat(repeats).hasSizeGreaterThan(30).allMatch(fact -> sent.getOrDefault(fact, 0) == 2);
    assertThat(sent.values().stream().filter(times -> times == 2)).hasSize(repeats.size());
    assertThat(sent.keySet().equals(new HashSet<>(Examples.factsAsRecorded(Examples.small()))))
        .isTrue();
    assertThat(sent.keySet()).extracting(fact -> fact.envelope().eventId()).doesNotHaveDuplicates();
  }

  @Test
  void theWireBringsSomePaymentsBeforeTheirInvoice() {
    assertThat(paymentsBeforeTheirInvoice(Economy.of(EconomySettings.demo()))).isPositive();
  }

  @Test
  void aCleanWireDeliversInTheOrderOfRecording() {
    EconomySettings clean = Examples.small().withDirt(WireDirt.NONE);

    assertThat(Economy.of(clean).stream())
        .filteredOn(OfFact.class::isInstance)
        .noneMatch(arrival -> ((OfFact) arrival).repeated());
    assertThat(paymentsBeforeTheirInvoice(Economy.of(clean))).isZero();
  }

  @Test
  void nothingOfAnInvoiceHappensBeforeItIsIssuedButADeclaredPrepayment() {
    Map<InvoiceId, InvoiceIssued> issued = new HashMap<>();
    List<Fact> facts = Examples.factsAsRecorded(EconomySettings.demo().withDays(400));
    facts.stream()
        .filter(InvoiceIssued.class::isInstance)
        .map(InvoiceIssued.class::cast)
        .forEach(invoice -> issued.put(invoice.invoice(), invoice));

    long prepayments = 0;
    for (Fact fact : facts) {
      for (InvoiceId id : About.invoices(fact)) {
        InvoiceIssued invoice = issued.get(id);
        if (invoice == null) {
          assertThat(fact.envelope().occurredAt()).isAfter("2025-01-25T00:00:00Z");
        } else if (invoice.documentType() == DocumentType.PREPAYMENT_INVOICE) {
          prepayments +=
              fact.envelope().occurredAt().isBefore(invoice.envelope().occurredAt()) ? 1 : 0;
        } else {
          assertThat(fact.envelope().occurredAt())
              .as("%s", fact)
              .isAfterOrEqualTo(invoice.envelope().occurredAt());
        }
      }
    }
    assertThat(prepayments).isPositive();
  }

  @Test
  void factsAreRecordedAfterTheyHappenAndComeInAfterThat() {
    assertThat(Examples.factsAsRecorded(Examples.small()))
        .allMatch(
            fact ->
                !fact.envelope().recordedAt().isBefore(fact.envelope().occurredAt())
                    && fact.envelope().ingestedAt().isAfter(fact.envelope().recordedAt()));
  }

  @Test
  void versionsOfAnInvoiceRiseAndAStaleOneIsNotHigher() {
    Map<InvoiceId, Long> highest = new HashMap<>();
    int stale = 0;
    for (Fact fact : Examples.factsAsRecorded(EconomySettings.demo())) {
      if (fact instanceof InvoiceAmended amended) {
        long before = highest.merge(amended.invoice(), amended.version(), Math::max);
        if (amended.envelope().eventId().value().startsWith("stale-")) {
          assertThat(amended.version()).isLessThan(before);
          stale++;
        } else {
          assertThat(amended.version()).isEqualTo(before).isGreaterThan(1);
        }
      }
    }
    assertThat(stale).isPositive();
  }

  @Test
  void indicatorsCarryTheDownturnAndRevisions() {
    EconomySettings settings = EconomySettings.demo();
    Map<LocalDate, Double> confidence =
        Economy.of(settings).stream()
            .filter(OfIndicator.class::isInstance)
            .map(arrival -> ((OfIndicator) arrival).event())
            .filter(figure -> figure.series().equals("business-confidence"))
            .filter(figure -> "DE".equals(figure.country()) && figure.vintage() == 1)
            .collect(Collectors.toMap(figure -> figure.period(), figure -> figure.value()));

    LocalDate start = settings.downturn().start();
    double calm = confidence.getOrDefault(start.minusMonths(4).withDayOfMonth(1), Double.NaN);
    double bad = confidence.getOrDefault(start.plusMonths(2).withDayOfMonth(1), Double.NaN);
    assertThat(bad).isLessThan(calm - 4);
  }

  @Test
  void impossibleSettingsAreRefusedWithTheValue() {
    EconomySettings demo = EconomySettings.demo();

    assertThatThrownBy(() -> demo.withDays(0)).hasMessageContaining("0 days");
    assertThatThrownBy(() -> demo.withCustomers(-3)).hasMessageContaining("-3 customers");
    assertThatThrownBy(() -> demo.withReminderMultiplier(0.5)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> demo.withInvoicesPerCustomerDay(9)).hasMessageContaining("9");
    assertThatThrownBy(() -> new Downturn(demo.start(), -1, 10)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new WireDirt(0, 2, 0, 0)).hasMessageContaining("2.0");
  }

  private static long paymentsBeforeTheirInvoice(Economy economy) {
    Set<InvoiceId> known = new HashSet<>();
    long[] early = new long[1];
    economy.stream()
        .filter(OfFact.class::isInstance)
        .map(arrival -> ((OfFact) arrival).event())
        .forEach(
            fact -> {
              if (fact instanceof InvoiceIssued invoice) {
                known.add(invoice.invoice());
              } else if (fact instanceof PaymentReceived
                  && !known.containsAll(About.invoices(fact))) {
                early[0]++;
              }
            });
    return early[0];
  }
}
