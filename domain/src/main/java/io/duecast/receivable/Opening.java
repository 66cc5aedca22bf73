package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.check.Rejection;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an invoice begins, with all that came before it and waited. */
final class Opening {
  private final Settling settling;

  Opening(Settling settling) {
    this.settling = settling;
  }

  /** What becomes of an invoice by an amendment. */
  interface Amending {
    Step amend(Receivable state, InvoiceAmended fact);
  }

  /**
   * @throws RejectedException if the invoice is known with another content
   */
  Step open(Receivable state, InvoiceIssued fact, Amending amending) {
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
        Receivable.awaited(state.customer(), state.id()).but().invoice(invoice).build();
    Step step = Step.of(opened, new Change.Opened(invoice));
    step = disputed(step, state.disputes());
    step = promised(step, state.promise());
    step = step.then(posted(step.state(), state, fact));
    for (InvoiceAmended amendment : state.waiting()) {
      step = amended(step, amendment, amending);
    }
    return step;
  }

  private static Step disputed(Step opened, List<Dispute> waiting) {
    Step step = opened;
    List<Dispute> disputes = new ArrayList<>();
    for (Dispute dispute : waiting) {
      disputes.add(new Dispute(dispute.id(), dispute.openedOn(), null));
      Receivable open = step.state().but().disputes(disputes).build();
      step =
          step.then(
              Step.of(open, new Change.Disputed(dispute.id(), null, null, dispute.openedOn())));
      LocalDate endedOn = dispute.endedOn();
      if (endedOn != null) {
        disputes.set(disputes.size() - 1, dispute);
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(dispute.openedOn(), endedOn));
        Receivable ended = open.but().disputes(disputes).build();
        step =
            step.then(Step.of(ended, new Change.DisputeEnded(dispute.id(), null, endedOn, days)));
      }
    }
    return step;
  }

  private static Step promised(Step opened, @Nullable PromiseToPay promise) {
    Receivable state = opened.state();
    Invoice invoice = state.invoice();
    if (promise == null || invoice == null) {
      return opened;
    }
    return opened.then(
        Step.of(
            state.but().promise(promise).build(),
            new Change.Promised(promise, invoice.issuedOn())));
  }

  private Step posted(Receivable opened, Receivable waited, InvoiceIssued fact) {
    Money payable = opened.payable();
    List<Posting> postings = fitting(waited.postings(), payable);
    Money prepaid = fact.prepaid();
    if (payable != null && prepaid != null && prepaid.isPositive()) {
      LocalDate on = fact.issuedOn();
      Posting first =
          new Posting(Postings.PREPAID, PostingKind.CASH, prepaid, null, null, on, null);
      postings = Postings.with(postings, first, payable.currency());
    }
    Receivable after =
        opened
            .but()
            .postings(postings)
            .declaredSettledOn(waited.declaredSettledOn(), waited.declaredAt())
            .build();
    LocalDate on = postings.isEmpty() ? fact.issuedOn() : postings.getLast().on();
    return settling.step(opened, after, on).leavingOut(misfits(opened.id(), waited, payable));
  }

  private static Step amended(Step step, InvoiceAmended amendment, Amending amending) {
    try {
      return step.then(amending.amend(step.state(), amendment));
    } catch (RejectedException e) {
      return step.leavingOut(List.of(e.rejection()));
    }
  }

  /** Those of the postings that can be set against the amount; all while that is unknown. */
  static List<Posting> fitting(List<Posting> postings, @Nullable Money payable) {
    return payable == null || postings.isEmpty()
        ? postings
        : postings.stream().filter(it -> it.fits(payable.currency())).toList();
  }

  /** The others, each as a rejection that names it. */
  static List<Rejection> misfits(InvoiceId id, Receivable waited, @Nullable Money payable) {
    if (payable == null || waited.postings().isEmpty()) {
      return List.of();
    }
    Currency currency = payable.currency();
    return waited.postings().stream()
        .filter(it -> !it.fits(currency))
        .map(it -> misfit(id, it, payable))
        .toList();
  }

  static Rejection misfit(InvoiceId id, Posting posting, Money payable) {
    return new Rejection(
        RejectReason.CURRENCY_MISMATCH,
        "%s of %s for invoice %s of %s brings no rate between the two"
            .formatted(posting.source(), posting.amount(), id, payable));
  }
}
