package io.duecast.simulator;

import io.duecast.receivable.InvoiceId;
import io.duecast.simulator.Economy.Reminded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is hidden in an economy; for tests and measurements, never for a scorer. Customers do not
 * depend on each other, so it lives one customer's life again to answer, and keeps nothing.
 */
public final class Truth {
  private final World world;
  private final Map<Integer, List<Reminded>> reminders;

  Truth(World world, Map<Integer, List<Reminded>> reminders) {
    this.world = world;
    this.reminders = reminders;
  }

  /** Of an economy in which nobody is reminded. */
  public static Truth of(EconomySettings settings) {
    return new Truth(World.of(settings), Map.of());
  }

  /** Of an invoice; empty if the economy issues none of that number. */
  public Optional<InvoiceTruth> of(InvoiceId invoice) {
    InvoiceNumber number = InvoiceNumber.of(invoice);
    if (number.customer() >= world.settings().customers()) {
      return Optional.empty();
    }
    List<InvoiceTruth> found = new ArrayList<>(1);
    live(
        number.customer(),
        world.endDay(),
        life -> {
          if (life.bill.serial() == number.serial()) {
            found.add(new InvoiceTruth(life));
          }
        });
    return found.stream().findFirst();
  }

  /** Of all invoices, by customer and then by issue; lazy. */
  public Stream<InvoiceTruth> all() {
    return lives(world.endDay(), true).map(InvoiceTruth::new);
  }

  /**
   * All invoices issued before a day, as they then stand, or as they end.
   *
   * @param toTheEnd whether what comes later happens too
   */
  Stream<InvoiceLife> lives(long until, boolean toTheEnd) {
    return IntStream.range(0, world.settings().customers())
        .boxed()
        .flatMap(
            customer -> {
              List<InvoiceLife> lives = new ArrayList<>();
              live(customer, until, lives::add);
              if (toTheEnd) {
                lives.forEach(InvoiceLife::actToTheEnd);
              }
              return lives.stream();
            });
  }

  private void live(int customer, long until, Consumer<InvoiceLife> issued) {
    Account account = new Account(world, new Population(world).buyer(customer));
    List<Reminded> left = new ArrayList<>(reminders.getOrDefault(customer, List.of()));
    Step.Listener listener =
        (day, step) -> {
          if (step instanceof Step.Issued sent) {
            issued.accept(sent.life());
          }
        };
    while (true) {
      long next = account.nextDay();
      if (!left.isEmpty() && left.getFirst().from() <= next) {
        Reminded reminded = left.removeFirst();
        account.remind(reminded.serial(), reminded.from());
      } else if (next < until) {
        account.act(next, listener);
      } else {
        return;
      }
    }
  }
}
