package io.duecast.experiment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.Examples;
import io.duecast.customer.CustomerId;
import io.duecast.experiment.Uplift.Lack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private record Case(int customer, boolean treated, double propensity, double mass, double value) {
    Assignment assignment() {
      return new Assignment(
          new Treatment(Treatment.Kind.REMINDER, "p", "first", "EUR"),
          new CustomerId("C" + customer),
          Examples.invoiceId("I"),
          treated,
          propensity,
          Examples.eur("11.00"),
          DAY,
          DAY,
          Examples.morningOf(DAY));
    }
  }

  /** Ten customers an arm with one invoice each: the textbook's two samples, left out in turn. */
  @Test
  void ofOneInvoiceEachItIsTheDifferenceOfTwoMeans() {
    Contrast contrast = new Contrast();
    for (int i = 0; i < 10; i++) {
      contrast.add(new Case(i, true, 0.5, 1, 0).assignment(), 1, i);
      contrast.add(new Case(100 + i, false, 0.5, 1, 0).assignment(), 1, 2 * i);
    }
    Uplift.OrLack means = contrast.uplift();
    Uplift uplift = requireNonNull(means.uplift());

    assertThat(means.treated()).isEqualTo(4.5);
    assertThat(means.heldOut()).isEqualTo(9);
    assertThat(uplift.difference()).isEqualTo(-4.5);
    // Sums of squares 82.5 and 330, each through 9 x 9: one customer of ten left out.
    assertThat(uplift.standardError()).isEqualTo(StrictMath.sqrt(412.5 / 81), within(1e-12));
    // Welch: 9 (1 + 4)^2 / (1 + 16) = 13.235 degrees, t = 2.1563.
    double margin = 2.1563 * StrictMath.sqrt(412.5 / 81);
    assertThat(uplift.low()).isEqualTo(-4.5 - margin, within(0.005));
    assertThat(uplift.high()).isEqualTo(-4.5 + margin, within(0.005));
  }

  @Test
  void itIsWhatLeavingOutEachCustomerAndBeginningAnewGives() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Case> cases = cases(seed, 60);
      double whole = difference(cases);
      double squares = 0;
      for (int left = 0; left < 60; left++) {
        int without = left;
        List<Case> others = cases.stream().filter(it -> it.customer() != without).toList();
        double change = whole - difference(others);
        squares += change * change;
      }
      Uplift uplift = requireNonNull(contrast(cases).uplift().uplift());

      assertThat(uplift.difference()).as("seed %d", seed).isEqualTo(whole, within(1e-9));
      // Who is in both arms counts in both at once.
      assertThat(uplift.standardError())
          .as("seed %d", seed)
          .isEqualTo(StrictMath.sqrt(squares), within(1e-9));
    }
  }

  @Test
  void itIsAboutAsWideAsABootstrapByCustomerAndWiderThanOneByInvoice() {
    List<Case> cases = cases(3, 200);
    Random random = new Random(5);
    double byCustomer = bootstrap(cases, random, true);
    double byInvoice = bootstrap(cases, random, false);
    double error = requireNonNull(contrast(cases).uplift().uplift()).standardError();

    assertThat(error / byCustomer).isBetween(0.88, 1.12);
    assertThat(error / byInvoice).isGreaterThan(1.3);
  }

  @Test
  void anInvoiceCountsInverselyToItsPropensity() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      cases.add(new Case(i, true, 0.9, 1, i % 2));
      cases.add(new Case(50 + i, false, i < 6 ? 0.1 : 0.3, 1, i < 6 ? 1 : i % 2));
    }
    // Six of weight 10 with 1; six of weight 10/3 with one half.
    Uplift.OrLack means = contrast(cases).uplift();
    assertThat(means.heldOut()).isEqualTo(70.0 / 80, within(1e-12));
    assertThat(means.treated()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(lack(0, 20, 0)).isEqualTo(Lack.NOBODY_TREATED);
    assertThat(lack(20, 0, 0)).isEqualTo(Lack.NOBODY_HELD_OUT);
    assertThat(lack(20, 9, 0)).isEqualTo(Lack.TOO_FEW_HELD_OUT);
    assertThat(lack(9, 20, 0)).isEqualTo(Lack.TOO_FEW_TREATED);
    assertThat(lack(10, 10, 0)).as("five differ from the others").isNull();
    assertThat(lack(10, 10, 1)).as("four differ from the others").isEqualTo(Lack.NO_VARIATION);
    assertThat(lack(10, 10, 10)).isEqualTo(Lack.NO_VARIATION);
    for (Lack each : Lack.values()) {
      assertThat(each.text()).isNotBlank();
    }
  }

  @Test
  void tenCustomersOfWhomOneIsNearlyAllAreTooFew() {
    Contrast contrast = new Contrast();
    for (int i = 0; i < 20; i++) {
      contrast.add(new Case(i, true, 0.5, 1, 0).assignment(), 1, i % 3);
      contrast.add(new Case(100 + i, false, 0.5, 1, 0).assignment(), i == 0 ? 100 : 1, i % 3);
    }
    assertThat(contrast.uplift().lack()).isEqualTo(Lack.TOO_FEW_HELD_OUT);
  }

  /** The first {@code alike} of those held out are all the same. */
  private static @Nullable Lack lack(int treated, int heldOut, int alike) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < treated; i++) {
      cases.add(new Case(i, true, 0.5, 1, i % 2));
    }
    for (int i = 0; i < heldOut; i++) {
      cases.add(new Case(500 + i, false, 0.5, 1, i < alike ? 1 : i % 2));
    }
    return contrast(cases).uplift().lack();
  }

  /** Customers differ, in size and in habit; every fifth is moved from one arm to the other. */
  private static List<Case> cases(long seed, int customers) {
    Random random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      double habit = random.nextGaussian();
      boolean treated = customer % 2 == 0;
      for (int i = 0; i <= customer % 7 + 2; i++) {
        boolean moved = customer % 5 == 0 && i > 2;
        double mass = 1 + random.nextInt(13);
        double value = habit + random.nextGaussian();
        cases.add(new Case(customer, treated != moved, moved ? 0.3 : 0.6, mass, value));
      }
    }
    return cases;
  }

  private static Contrast contrast(List<Case> cases) {
    Contrast contrast = new Contrast();
    cases.forEach(it -> contrast.add(it.assignment(), it.mass(), it.value()));
    return contrast;
  }

  /** The slow twin: weighted means, and nothing else. */
  private static double difference(List<Case> cases) {
    return mean(cases, true) - mean(cases, false);
  }

  private static double mean(List<Case> cases, boolean treated) {
    double mass = 0;
    double value = 0;
    for (Case each : cases) {
      if (each.treated() == treated) {
        mass += each.mass() / each.propensity();
        value += each.mass() / each.propensity() * each.value();
      }
    }
    return value / mass;
  }

  /** The standard deviation over 400 draws with replacement. */
  private static double bootstrap(List<Case> cases, Random random, boolean byCustomer) {
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < 400; draw++) {
      List<Case> drawn = byCustomer ? customers(cases, random) : invoices(cases, random);
      double difference = difference(drawn);
      sum += difference;
      squares += difference * difference;
    }
    double mean = sum / 400;
    return StrictMath.sqrt(squares / 400 - mean * mean);
  }

  private static List<Case> customers(List<Case> cases, Random random) {
    Map<Integer, List<Case>> byCustomer =
        cases.stream().collect(Collectors.groupingBy(Case::customer));
    List<Case> drawn = new ArrayList<>();
    for (int i = 0; i < byCustomer.size(); i++) {
      drawn.addAll(byCustomer.getOrDefault(random.nextInt(byCustomer.size()), List.of()));
    }
    return drawn;
  }

  private static List<Case> invoices(List<Case> cases, Random random) {
    List<Case> drawn = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      drawn.add(cases.get(random.nextInt(cases.size())));
    }
    return drawn;
  }
}
