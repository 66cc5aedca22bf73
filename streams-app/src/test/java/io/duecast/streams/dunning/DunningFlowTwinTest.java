package io.duecast.streams.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.DunningDesk;
import io.duecast.dunning.DunningExamples;
import io.duecast.dunning.InMemoryDunningFiles;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderReason;
import io.duecast.dunning.ReminderState;
import io.duecast.dunning.ReminderStatus;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated economy through the flow, and the same through a desk without Kafka. */
class DunningFlowTwinTest {
  private static final List<Delivery> DELIVERIES =
      List.of(
          Delivery.SENT,
          Delivery.SENT,
          Delivery.SENT,
          Delivery.SENT,
          Delivery.UNKNOWN,
          Delivery.BOUNCED);

  @TempDir Path stateDir;

  private final Policies policies = Policies.always(DunningExamples.byMailOrLetter());
  private final DunningDesk twin =
      new DunningDesk(new InMemoryDunningFiles(), policies, ZoneOffset.UTC);
  private final Random random = new Random(17);
  private final List<Reminder> all = new ArrayList<>();

  @Test
  void theFlowSaysWhatTheDeskSays() {
    EconomySettings economy = EconomySettings.demo().withDays(120);
    try (SimulatedBooks books = new SimulatedBooks(stateDir.resolve("books"), economy);
        DunningFlowRig rig =
            new DunningFlowRig(stateDir.resolve("dunning"), books.serdes(), policies)) {
      while (books.hasNext()) {
        books.next();
        for (Record line : books.read(Topics.RECEIVABLES)) {
          rig.send(Topics.RECEIVABLES, line, DrivenFlow.at(line));
          compare(line, rig);
        }
        for (RiskAssessed risk : books.read(Topics.INVOICE_RISK)) {
          rig.send(Topics.INVOICE_RISK, risk, risk.recordedAt());
          compare(risk, rig);
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(100);
    assertThat(all)
        .extracting(Reminder::state)
        .contains(ReminderState.REQUESTED, ReminderState.CANCELLED, ReminderState.UNCONFIRMED);
    assertThat(all).extracting(Reminder::reason).contains(ReminderReason.PAID);
  }

  private void compare(Record heard, DunningFlowRig rig) {
    List<Reminder> expected = answer(heard);
    List<Reminder> said = rig.read(Topics.REMINDERS);
    assertThat(said).as("to %s", heard).isEqualTo(expected);
    all.addAll(said);
    for (Reminder each : said) {
      if (each.isSendable() && random.nextInt(4) > 0) {
        Delivery delivery = DELIVERIES.get(random.nextInt(DELIVERIES.size()));
        ReminderStatus status = DunningExamples.status(each, delivery, each.sendFrom());
        rig.send(Topics.REMINDER_STATUS, status, each.sendFrom());
        compare(status, rig);
      }
    }
  }

  private List<Reminder> answer(Record heard) {
    return switch (heard) {
      case ReceivableChanged it -> twin.after(it);
      case CustomerUpdated it -> twin.after(it);
      case RiskAssessed it -> twin.after(it);
      case ReminderStatus it -> twin.after(it);
      case DayOpened it -> twin.after(it, DrivenFlow.at(it));
      default -> throw new IllegalStateException(heard.toString());
    };
  }
}
