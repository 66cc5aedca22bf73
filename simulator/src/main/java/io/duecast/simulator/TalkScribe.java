package io.duecast.simulator;

import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.BuyerStatus;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.DisputeId;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.PromiseSource;
import io.duecast.receivable.PromiseToPay;
import io.duecast.simulator.Clocks.Stamped;

/** Writes what was said: disputes, answers of buyers' systems, contacts. */
final class TalkScribe {
  private static final int AGENTS = 4;

  private final Clocks clocks;
  private final Scribe scribe;

  TalkScribe(Clocks clocks, Scribe scribe) {
    this.clocks = clocks;
    this.scribe = scribe;
  }

  void write(long day, Step.Disputed disputed) {
    InvoiceLife life = disputed.life();
    Stamped stamped = clocks.afternoon("disputed-" + life.id, day);
    scribe.send(
        stamped,
        new DisputeOpened(
            stamped.envelope(),
            new DisputeId("D" + life.id),
            life.id,
            life.buyer.id(),
            disputed.reason(),
            disputed.amount() == 0 ? null : Scribe.money(disputed.amount(), life.bill.currency()),
            Scribe.date(day)));
  }

  void write(long day, Step.DisputeEnded ended) {
    InvoiceLife life = ended.life();
    Stamped stamped = clocks.afternoon("resolved-" + life.id, day);
    scribe.send(
        stamped,
        new DisputeResolved(
            stamped.envelope(),
            new DisputeId("D" + life.id),
            life.id,
            life.buyer.id(),
            ended.resolution(),
            Scribe.date(day)));
  }

  void write(long day, Step.Responded responded) {
    InvoiceLife life = responded.life();
    Stamped stamped =
        clocks.afternoon("response-" + life.id + "-" + responded.status() + "-" + day, day);
    scribe.send(
        stamped,
        new BuyerResponded(
            stamped.envelope(),
            life.id,
            life.buyer.id(),
            responded.status(),
            peppolCode(responded.status()),
            Scribe.date(day),
            responded.plannedDay() == 0 ? null : Scribe.date(responded.plannedDay())));
  }

  void write(long day, Step.Contacted contacted) {
    InvoiceLife life = contacted.life();
    Stamped stamped =
        clocks.inTurn("contact-" + life.id + "-" + life.calls + "-" + day, day, life.calls);
    long promised = contacted.promisedDay();
    scribe.send(
        stamped,
        new CollectionOutcome(
            stamped.envelope(),
            life.buyer.id(),
            life.id,
            contacted.outcome(),
            promised == 0
                ? null
                : new PromiseToPay(null, Scribe.date(promised), PromiseSource.COLLECTOR),
            null,
            life.calls % 3 == 0 ? "mail" : "phone",
            "agent-" + (1 + life.buyer.number() % AGENTS),
            60 + 30 * (int) Math.floorMod(life.buyer.number() + day, 9L),
            Scribe.date(day)));
  }

  private static String peppolCode(BuyerStatus status) {
    return switch (status) {
      case RECEIVED -> "AB";
      case UNDER_REVIEW -> "IP";
      case APPROVED -> "AP";
      case PARTLY_APPROVED -> "CA";
      case IN_DISPUTE -> "UQ";
      case REFUSED -> "RE";
      case PAYMENT_SENT -> "PD";
      case UNKNOWN -> "";
    };
  }
}
