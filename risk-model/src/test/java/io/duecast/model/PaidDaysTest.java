package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PaidDaysTest {
  @Test
  void ofPaidInvoicesThePointsAreTheirOwnDays() {
    int[] days = new int[PaidDays.POINTS];
    Arrays.setAll(days, i -> 3 * i - 7);

    assertThat(points(days, PaidDays.POINTS))
        .containsExactly(-7, -4, -1, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35);
  }

  @Test
  void anOpenInvoiceMakesThoseWhoPayLaterCountForMore() {
    int[] days = {1, 5, 5, 40};
    boolean[] paid = {true, true, false, true};

    short[] points = new PaidDays(days, paid, new double[] {1, 1, 1, 1}).points();

    assertThat(points[3]).isEqualTo((short) 1);
    assertThat(points[4]).isEqualTo((short) 5);
    assertThat(points[7]).as("half are paid by then").isEqualTo((short) 5);
    assertThat(points[8]).as("the other half, not a quarter").isEqualTo((short) 40);
  }

  @Test
  void whatNobodyPaidSoFarIsTakenToBePaidOnTheLastDaySeen() {
    int[] days = {2, 90};

    short[] points = new PaidDays(days, new boolean[] {true, false}, new double[] {1, 1}).points();

    assertThat(points[6]).isEqualTo((short) 2);
    assertThat(points[8]).isEqualTo((short) 90);
  }

  @Test
  void aDayFarAwayIsCutShort() {
    assertThat(points(new int[] {-400_000, 400_000}, 2)).startsWith(-30_000).endsWith(30_000);
  }

  @Test
  void noInvoicesHaveNoDays() {
    assertThatIllegalArgumentException().isThrownBy(() -> points(new int[0], 0));
  }

  @Property(tries = 300)
  void theyAreThoseOfTheCurveThatIsCountedDayByDay(@ForAll long seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(40);
    int[] days = random.ints(count, -12, 30).toArray();
    boolean[] paid = new boolean[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      paid[i] = random.nextInt(4) > 0;
      weights[i] = 1 + random.nextInt(3);
    }

    assertThat(new PaidDays(days, paid, weights).points()).isEqualTo(dayByDay(days, paid, weights));
  }

  /** The obvious way: what is open after each day, of those that were open before it. */
  private static short[] dayByDay(int[] days, boolean[] paid, double[] weights) {
    short[] points = new short[PaidDays.POINTS];
    Arrays.fill(points, (short) Arrays.stream(days).max().getAsInt());
    for (int point = PaidDays.POINTS - 1; point >= 0; point--) {
      double open = 1;
      for (int day = 30; day >= -12; day--) {
        open = openAfter(day, days, paid, weights);
        if (1 - open >= (point + 0.5) / PaidDays.POINTS - 1e-9) {
          points[point] = (short) day;
        }
      }
    }
    return points;
  }

  private static double openAfter(int last, int[] days, boolean[] paid, double[] weights) {
    double open = 1;
    for (int day = -12; day <= last; day++) {
      double atRisk = 0;
      double paidThen = 0;
      for (int i = 0; i < days.length; i++) {
        atRisk += days[i] >= day ? weights[i] : 0;
        paidThen += days[i] == day && paid[i] ? weights[i] : 0;
      }
      open *= atRisk == 0 ? 1 : 1 - paidThen / atRisk;
    }
    return open;
  }

  private static int[] points(int[] days, int count) {
    boolean[] paid = new boolean[count];
    Arrays.fill(paid, true);
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    short[] points = new PaidDays(days, paid, weights).points();
    int[] wide = new int[points.length];
    Arrays.setAll(wide, i -> points[i]);
    return wide;
  }
}
