package io.duecast.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.health.HealthAlarm;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Schedule SCHEDULE = new Schedule(1_000, 0.1, 30);

  @Test
  void theFirstTrainingWaitsForEnoughLabels() {
    assertThat(SCHEDULE.trigger(999, 0, TODAY, TODAY)).isEmpty();
    assertThat(SCHEDULE.trigger(1_000, 0, TODAY, TODAY)).contains("labels");
  }

  @Test
  void aSmallCompanyLearnsThirtyDaysAfterItsFirstLabel() {
    assertThat(SCHEDULE.trigger(40, 0, TODAY.minusDays(29), TODAY)).isEmpty();
    assertThat(SCHEDULE.trigger(40, 0, TODAY.minusDays(30), TODAY)).contains("schedule");
  }

  @Test
  void theNextWaitsForATenthMore() {
    assertThat(SCHEDULE.trigger(51_999, 50_000, TODAY, TODAY)).isEmpty();
    assertThat(SCHEDULE.trigger(55_000, 50_000, TODAY, TODAY)).contains("labels");
  }

  @Test
  void afterThirtyDaysAnyNewLabelIsEnough() {
    assertThat(SCHEDULE.trigger(50_001, 50_000, TODAY.minusDays(29), TODAY)).isEmpty();
    assertThat(SCHEDULE.trigger(50_001, 50_000, TODAY.minusDays(30), TODAY)).contains("schedule");
    assertThat(SCHEDULE.trigger(50_000, 50_000, TODAY.minusDays(90), TODAY)).isEmpty();
  }

  @Test
  void anAlarmIsAnsweredEarlierIfThereIsSomethingNewToLearnFrom() {
    Optional<HealthAlarm> alarm = Optional.of(new HealthAlarm(HealthAlarm.DRIFT, "much has moved"));

    assertThat(SCHEDULE.trigger(50_200, 50_000, TODAY, TODAY, alarm)).contains("drift");
    assertThat(SCHEDULE.trigger(50_199, 50_000, TODAY, TODAY, alarm)).isEmpty();
    assertThat(SCHEDULE.trigger(50_200, 50_000, TODAY, TODAY, Optional.empty())).isEmpty();
    assertThat(SCHEDULE.trigger(55_000, 50_000, TODAY, TODAY, alarm)).contains("labels");
  }

  @Test
  void anAlarmThatIsSwitchedOffIsNotHeard() {
    Schedule deaf = new Schedule(1_000, 0.1, 30, false, true);

    assertThat(
            deaf.trigger(
                50_500,
                50_000,
                TODAY,
                TODAY,
                Optional.of(new HealthAlarm(HealthAlarm.DRIFT, "much has moved"))))
        .isEmpty();
    assertThat(
            deaf.trigger(
                50_500,
                50_000,
                TODAY,
                TODAY,
                Optional.of(new HealthAlarm(HealthAlarm.FALLING_ESTIMATE, "it is worse"))))
        .contains("falling-estimate");
  }
}
