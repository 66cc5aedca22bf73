package io.duecast.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Receivable;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.risk.RiskAssessed;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The desk over random lives of accounts, all of them late, repeated and out of order, with outages
 * and history: what must always hold, and the same as its twin says. A longer run: {@code mvn -pl
 * domain test -Dtest=DunningTwinTest -Dduecast.accounts=100000} is of a million invoices.
 */
class DunningTwinTest {
  private static final int INVOICES = 10;

  private final Map<ReminderState, Integer> seen = new EnumMap<>(ReminderState.class);

  @Test
  void theDeskSaysWhatItsTwinSays() {
    for (long seed = 1; seed <= Integer.getInteger("duecast.twins", 100); seed++) {
      new TwoOfThem(seed).live();
    }
  }

  @Test
  void whatMustAlwaysHoldHoldsInEveryLife() {
    int accounts = Integer.getInteger("duecast.accounts", 2_000);
    for (long seed = 1; seed <= accounts; seed++) {
      new Watched(seed).live();
    }
    System.out.printf("%,d invoice histories: %s%n", (long) accounts * INVOICES, seen);
    assertThat(seen.keySet())
        .contains(
            ReminderState.REQUESTED,
            ReminderState.CANCELLED,
            ReminderState.EXPIRED,
            ReminderState.UNCONFIRMED,
            ReminderState.UNDELIVERABLE);
  }

  /** The desk's answer to anything. */
  private static List<Reminder> answer(DunningDesk desk, Object what, Instant at) {
    return switch (what) {
      case ReceivableChanged it -> desk.after(it);
      case RiskAssessed it -> desk.after(it);
      case CustomerUpdated it -> desk.after(it);
      case ReminderStatus it -> desk.after(it);
      case ReminderStop it -> desk.after(it);
      case DayOpened it -> desk.after(it, at);
      default -> throw new IllegalStateException(what.toString());
    };
  }

  /** The desk beside its twin. */
  private static final class TwoOfThem {
    private final long seed;
    private final InMemoryDunningFiles files = new InMemoryDunningFiles();
    private final RandomDunning life;
    private final DunningDesk desk;
    private final NaiveDunning twin;

    TwoOfThem(long seed) {
      this.seed = seed;
      this.life = new RandomDunning(seed, this::hear);
      this.desk = new DunningDesk(files, life.policies, life.company);
      this.twin = new NaiveDunning(life.customer, life.policies, life.company);
    }

    void live() {
      life.live(INVOICES);
    }

    private @Nullable Reminder hear(Object what, Instant at) {
      List<Reminder> said = answer(desk, what, at);
      assertThat(said).as("seed %s: to %s", seed, what).isEqualTo(twin.hear(what, at));
      return files.customer(life.customer).live();
    }
  }

  /** The desk with somebody who looks whether all is well. */
  private final class Watched implements RandomDunning.Listener {
    private final long seed;
    private final InMemoryDunningFiles files = new InMemoryDunningFiles();
    private final RandomDunning life;
    private final DunningDesk desk;
    private final Map<String, Reminder> latestById = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Set<String> liveIds = new HashSet<>();

    Watched(long seed) {
      this.seed = seed;
      this.life = new RandomDunning(seed, this);
      this.desk = new DunningDesk(files, life.policies, life.company);
    }

    void live() {
      life.live(INVOICES);
    }

    @Override
    public @Nullable Reminder hear(Object what, Instant at) {
      Reminder before = files.customer(life.customer).live();
      List<Reminder> said = answer(desk, what, at);
      for (Reminder reminder : said) {
        check(reminder, what);
      }
      if (what instanceof DayOpened) {
        forgetWhatIsForgotten();
      }
      if (what instanceof ReminderStatus status && before != null) {
        heard(status, before);
      }
      Reminder live = files.customer(life.customer).live();
      assertThat(liveIds).as("seed %s: live after %s", seed, what).hasSizeLessThan(2);
      assertThat(live == null ? Set.of() : Set.of(live.reminderId()))
          .as("seed %s: live after %s", seed, what)
          .isEqualTo(liveIds);
      return live;
    }

    /** What is to be sent is as the books are. */
    @Override
    public void pause() {
      Reminder live = files.customer(life.customer).live();
      if (live != null) {
        assertIsAsOfNow(live);
      }
    }

    private void check(Reminder it, Object what) {
      seen.merge(it.state(), 1, Integer::sum);
      assertThat(it.customer()).isEqualTo(life.customer);
      Reminder was = latestById.put(it.reminderId(), it);
      assertThat(was == null || was.revision() < it.revision()).as("%s after %s", it, was).isTrue();
      if (what instanceof DayOpened day && day.replayed()) {
        assertThat(it.isSendable()).as("seed %s: of history %s", seed, it).isFalse();
      }
      if (it.isSendable()) {
        liveIds.add(it.reminderId());
      } else {
        liveIds.remove(it.reminderId());
      }
    }

    /** An invoice that is reopened months later begins its ladder again. */
    private void forgetWhatIsForgotten() {
      Set<String> kept = new HashSet<>();
      files.invoices(life.customer).forEach(it -> kept.add(it.id().value()));
      sent.removeIf(it -> !kept.contains(it.substring(0, it.indexOf(' '))));
    }

    /** Once sent, a step is not sent again for the same invoice and due date. */
    private void heard(ReminderStatus status, Reminder live) {
      boolean isSent = status.delivery().mayHaveGoneOut();
      if (!live.reminderId().equals(status.reminderId()) || !isSent) {
        return;
      }
      liveIds.remove(live.reminderId());
      for (ReminderLine line : live.lines()) {
        if (line.step() != null) {
          assertThat(sent.add(line.invoice() + " " + line.step() + " " + line.dueOn()))
              .as("seed %s: %s of %s again", seed, line, live)
              .isTrue();
        }
      }
    }

    private void assertIsAsOfNow(Reminder live) {
      for (ReminderLine line : live.lines()) {
        Receivable now = Objects.requireNonNull(books(line), line.toString());
        Money balance = now.balance();
        assertThat(now.status() == ReceivableStatus.OPEN && !now.onHold() && balance != null)
            .as("seed %s: %s names %s", seed, live, now)
            .isTrue();
        assertThat(line.balance()).as("seed %s: %s", seed, live).isEqualTo(balance);
        assertThat(line.dueOn()).isEqualTo(now.dueOn());
      }
    }

    private @Nullable Receivable books(ReminderLine line) {
      return life.books.receivable(life.customer, line.invoice());
    }
  }
}
