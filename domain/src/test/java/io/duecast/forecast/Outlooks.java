package io.duecast.forecast;

import io.duecast.Examples;
import io.duecast.money.Money;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import java.time.LocalDate;
import java.util.Random;

/** What assessments may say. */
final class Outlooks {
  static final AgingProbabilities USUAL = new AgingProbabilities(0.7, 0.17, 0.07, 0.05, 0.01);

  private Outlooks() {}

  /** Due on a day; paid two days before to three days after it. */
  static Outlook dueOn(LocalDate due) {
    return new Outlook(due, 0, USUAL, new ExpectedPayment(due, due.minusDays(2), due.plusDays(3)));
  }

  static Outlook random(Random random, LocalDate asOf) {
    LocalDate due = asOf.plusDays(random.nextInt(400) - 250L);
    double[] p = new double[5];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += p[i];
    }
    if (sum == 0) {
      p[0] = 1;
      sum = 1;
    }
    LocalDate on = due.plusDays(random.nextInt(200) - 100L);
    return new Outlook(
        due,
        random.nextInt(5),
        new AgingProbabilities(p[0] / sum, p[1] / sum, p[2] / sum, p[3] / sum, p[4] / sum),
        new ExpectedPayment(on, on.minusDays(random.nextInt(20)), on.plusDays(random.nextInt(60))));
  }

  static OpenItem item(String id, String eur, Outlook outlook) {
    return new OpenItem(Examples.invoiceId(id), Money.of(eur, "EUR"), outlook, null);
  }
}
