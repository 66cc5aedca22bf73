package io.duecast.receivable;

import static io.duecast.check.Check.accept;
import static java.lang.Math.toIntExact;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each kind of fact makes of one receivable. A repeat makes nothing of it. */
final class ReceivableFold {
  private final Settling settling;

  ReceivableFold(LedgerPolicy policy) {
    this.settling = new Settling(policy);
  }

  /**
   * @throws RejectedException if the invoice is known with another content
   */
  Step open(Receivable state, InvoiceIssued fact) {
    Invoice invoice = Invoice.of(fact);
    if (state.invoice() != null) {
      accept(
          state.invoice().saysTheSameAs(invoice),
          RejectReason.CONFLICTING_REPEAT,
          "invoice %s of customer %s was issued before, with another content",
          invoice.id(),
          invoice.customer());
      return Step.silent(state);
    }
    Receivable opened =
        Receivable.awaited(state.customer(), state.id())
            .but()
            .invoice(invoice)
            .disputes(state.disputes())
            .promise(state.promise())
            .build();
    Step first = Step.of(opened, new Change.Opened(invoice));
    Receivable withWhatWaited =
        opened
            .but()
            .postings(fitting(state.postings(), invoice.payable(), fact))
            .declaredSettledOn(state.declaredSettledOn(), state.declaredAt())
            .build();
    Step step = first.then(settling.step(opened, withWhatWaited, invoice.issuedOn()));
    for (InvoiceAmended amendment : state.waiting()) {
      step = step.then(amend(step.state(), amendment));
    }
    return step;
  }

  private static List<Posting> fitting(
      List<Posting> waiting, @Nullable Money payable, InvoiceIssued fact) {
    if (payable == null) {
      return waiting;
    }
    List<Posting> all =
        waiting.stream().filter(posting -> posting.fits(payable.currency())).toList();
    Money prepaid = fact.prepaid();
    return prepaid == null || !prepaid.isPositive()
        ? all
        : Postings.with(
            all,
            new Posting("prepaid", PostingKind.CASH, prepaid, null, null, fact.issuedOn(), null));
  }

  /** A posting comes, or replaces the one of the same source. */
  Step post(Receivable state, Posting posting) {
    return settling.step(
        state,
        state.but().postings(Postings.with(state.postings(), posting)).build(),
        posting.on());
  }

  /** A posting is taken back, and with it the word that all is paid. */
  Step takeBack(Receivable state, PaymentReceived fact) {
    List<Posting> rest =
        Postings.without(state.postings(), fact.payment().value(), PostingKind.CASH);
    if (rest.size() == state.postings().size()) {
      return Step.silent(state);
    }
    return settling.step(
        state,
        state.but().postings(rest).declaredSettledOn(null, fact.envelope().recordedAt()).build(),
        fact.valueOn());
  }

  Step declareSettled(Receivable state, PaymentSettled fact) {
    Instant said = state.declaredAt();
    Instant says = fact.envelope().recordedAt();
    if (said != null && !says.isAfter(said)) {
      return Step.silent(state);
    }
    return settling.step(
        state, state.but().declaredSettledOn(fact.settledOn(), says).build(), fact.settledOn());
  }

  Step amend(Receivable state, InvoiceAmended fact) {
    if (state.invoice() == null) {
      return await(state, fact);
    }
    if (fact.version() <= state.version()) {
      return Step.silent(state);
    }
    Receivable versioned = state.but().version(fact.version()).build();
    LocalDate on = fact.effectiveOn();
    return switch (fact.type()) {
      case DUE_DATE_CHANGED, AMOUNT_CORRECTED, TERMS_CHANGED -> newTerms(versioned, fact);
      case CANCELLED -> withdraw(versioned, on);
      case REOPENED -> reopen(versioned, fact);
      case WRITTEN_OFF -> writeOff(versioned, on);
      case WRITE_OFF_REVERSED -> reverseWriteOff(versioned, fact);
      case HOLD_PLACED -> hold(versioned, true, new Change.HoldPlaced(on));
      case HOLD_RELEASED -> hold(versioned, false, new Change.HoldReleased(on));
      case SENT_TO_AGENCY, SOLD_TO_FACTOR, UNKNOWN ->
          Step.of(versioned, new Change.Amended(fact.type(), on));
    };
  }

  private static Step await(Receivable state, InvoiceAmended fact) {
    List<InvoiceAmended> waiting = new ArrayList<>(state.waiting());
    waiting.removeIf(known -> known.version() == fact.version());
    waiting.add(fact);
    waiting.sort(Comparator.comparingLong(InvoiceAmended::version));
    accept(
        waiting.size() <= Receivable.WAITING,
        RejectReason.CONTRACT_VIOLATION,
        "invoice %s of customer %s is not known, and %d amendments wait for it already",
        state.id(),
        state.customer(),
        Receivable.WAITING);
    return Step.silent(state.but().waiting(waiting).build());
  }

  private Step newTerms(Receivable state, InvoiceAmended fact) {
    InvoiceTerms terms = fact.after();
    Invoice invoice = state.invoice();
    if (terms == null || invoice == null) {
      return Step.silent(state);
    }
    LocalDate dueOn = terms.dueOn();
    if (dueOn == null && terms.termDays() != null) {
      dueOn = invoice.issuedOn().plusDays(terms.termDays());
    }
    Money payable = terms.payable();
    Money known = state.payable();
    accept(
        payable == null || known == null || payable.currency().equals(known.currency()),
        RejectReason.CURRENCY_MISMATCH,
        "invoice %s of %s amended to %s",
        state.id(),
        String.valueOf(known),
        String.valueOf(payable));
    ReceivableBuilder amended = state.but();
    if (dueOn != null) {
      amended.dueOn(dueOn);
    }
    if (payable != null) {
      amended.payable(payable);
    }
    Receivable after = amended.build();
    LocalDate on = fact.effectiveOn();
    Step first = Step.of(after, new Change.Amended(fact.type(), on));
    return first.then(settling.step(after, after, on));
  }

  private static Step withdraw(Receivable state, LocalDate on) {
    if (state.closing() == Closing.WITHDRAWN) {
      return Step.silent(state);
    }
    Receivable after =
        state.but().closing(Closing.WITHDRAWN, on).settlement(null).promise(null).build();
    return undone(state, after, on).then(Step.of(after, new Change.Withdrawn(on)));
  }

  private static Step undone(Receivable before, Receivable after, LocalDate on) {
    Settlement was = before.settlement();
    if (was == null) {
      return Step.silent(after);
    }
    Receivable open = before.but().settlement(null).build();
    Step.Move move = new Step.Move(new Change.Reopened(on, was), open.standing());
    return new Step(after, List.of(move));
  }

  private Step reopen(Receivable state, InvoiceAmended fact) {
    if (state.closing() != Closing.NONE) {
      return openAgain(state, fact);
    }
    Receivable after = state.but().declaredSettledOn(null, fact.envelope().recordedAt()).build();
    return settling.step(state, after, fact.effectiveOn());
  }

  private Step reverseWriteOff(Receivable state, InvoiceAmended fact) {
    return state.closing() == Closing.WRITTEN_OFF ? openAgain(state, fact) : Step.silent(state);
  }

  private Step openAgain(Receivable state, InvoiceAmended fact) {
    Receivable after =
        state
            .but()
            .closing(Closing.NONE, null)
            .declaredSettledOn(null, fact.envelope().recordedAt())
            .build();
    LocalDate on = fact.effectiveOn();
    return Step.of(after, new Change.Reopened(on, null)).then(settling.step(after, after, on));
  }

  private static Step writeOff(Receivable state, LocalDate on) {
    if (state.status() != ReceivableStatus.OPEN) {
      return Step.silent(state);
    }
    Receivable after = state.but().closing(Closing.WRITTEN_OFF, on).build();
    return Step.of(after, new Change.WrittenOff(state.balance(), on));
  }

  private static Step hold(Receivable state, boolean onHold, Change change) {
    return state.onHold() == onHold
        ? Step.silent(state)
        : Step.of(state.but().onHold(onHold).build(), change);
  }

  Step dispute(Receivable state, DisputeOpened fact) {
    if (state.disputes().stream().anyMatch(known -> known.id().equals(fact.dispute()))) {
      return Step.silent(state);
    }
    List<Dispute> disputes = new ArrayList<>(state.disputes());
    disputes.add(new Dispute(fact.dispute(), fact.openedOn(), null));
    if (disputes.size() > Receivable.DISPUTES) {
      disputes.removeFirst();
    }
    Receivable after = state.but().disputes(disputes).build();
    return changed(
        after,
        new Change.Disputed(
            fact.dispute(), fact.reasonCode(), fact.disputedAmount(), fact.openedOn()));
  }

  Step endDispute(Receivable state, DisputeResolved fact) {
    List<Dispute> disputes = new ArrayList<>(state.disputes());
    for (int i = 0; i < disputes.size(); i++) {
      Dispute known = disputes.get(i);
      if (known.id().equals(fact.dispute()) && known.isOpen()) {
        disputes.set(i, new Dispute(known.id(), known.openedOn(), fact.resolvedOn()));
        int days = toIntExact(ChronoUnit.DAYS.between(known.openedOn(), fact.resolvedOn()));
        return changed(
            state.but().disputes(disputes).build(),
            new Change.DisputeEnded(
                fact.dispute(), fact.resolution(), fact.resolvedOn(), Math.max(0, days)));
      }
    }
    return Step.silent(state);
  }

  Step promise(Receivable state, PromiseToPay promise, LocalDate on) {
    boolean known = promise.equals(state.promise());
    if (known || state.settlement() != null || state.closing() != Closing.NONE) {
      return Step.silent(state);
    }
    return changed(state.but().promise(promise).build(), new Change.Promised(promise, on));
  }

  /** The day is over: a promise up to the day before is broken. */
  Step breakPromise(Receivable state, LocalDate today) {
    PromiseToPay promise = state.promise();
    if (promise == null || !promise.on().isBefore(today) || state.invoice() == null) {
      return Step.silent(state);
    }
    return Step.of(
        state.but().promise(null).build(), new Change.PromiseBroken(promise.on(), today));
  }

  private static Step changed(Receivable after, Change change) {
    return after.invoice() == null ? Step.silent(after) : Step.of(after, change);
  }
}
