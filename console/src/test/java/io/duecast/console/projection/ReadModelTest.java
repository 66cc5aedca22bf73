package io.duecast.console.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.console.TestDatabase;
import io.duecast.console.database.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelTest {
  private static final TopicPartition PLACE = new TopicPartition("days", 0);
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final String DAY =
      "insert into business_days values (?, ?) on conflict (partition) do update set day ="
          + " excluded.day";

  private Database database;
  private ReadModel model;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(TestDatabase.fresh());
    model = new ReadModel(database.writing());
    model.positions(Map.of(PLACE, 0L));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tablesOfSomeTopicsTakeNoOthersBesideThem() {
    model.requireTopics(Map.of("one.receivables", "a"));
    model.requireTopics(Map.of("one.receivables", "a", "one.reminders", "b"));

    assertThatThrownBy(() -> model.requireTopics(Map.of("two.receivables", "c")))
        .isInstanceOf(OtherTopicsException.class)
        .hasMessageContaining("now there is none");
    assertThatThrownBy(
            () -> model.requireTopics(Map.of("one.receivables", "a", "one.reminders", "d")))
        .isInstanceOf(OtherTopicsException.class);
    assertThat(rows("select topic from projected_topics order by 1"))
        .extracting(it -> it.get("topic"))
        .containsExactly("one.receivables", "one.reminders");
  }

  @Test
  void whatWasNeverReadIsReadFromWhereItBegins() {
    TopicPartition erased = new TopicPartition("erased", 0);

    assertThat(model.positions(Map.of(erased, 42L))).containsEntry(erased, 42L);
    assertThat(model.positions(Map.of(erased, 50L))).containsEntry(erased, 42L);
  }

  @Test
  void aRecordIsWrittenWholeOrNotAtAll() throws Exception {
    Projected half = day(11, LocalDate.of(2026, 3, 2), 1);
    half.rows().add(DAY, 2, LocalDate.of(5_880_000, 1, 1));

    write(List.of(half, day(13, LocalDate.of(2026, 3, 3), 3)));

    assertThat(rows("select partition, day::text as day from business_days"))
        .containsExactly(Map.of("partition", 3, "day", "2026-03-03"));
    assertThat(rows("select topic, partition, \"offset\", reason from refused_records"))
        .containsExactly(
            Map.of(
                "topic",
                "days",
                "partition",
                0,
                "offset",
                11L,
                "reason",
                "22008: date out of range: \"5880000-01-01\""));
    assertThat(rows("select next_offset from projected_offsets"))
        .containsExactly(Map.of("next_offset", 17L));
  }

  @Test
  void whicheverAreRefusedTheOthersAreWrittenInTheirOrder() throws Exception {
    Random random = new Random(13);
    for (int round = 0; round < 12; round++) {
      model.clear();
      model.positions(Map.of(PLACE, 0L));
      List<Projected> records = new ArrayList<>();
      List<Long> refused = new ArrayList<>();
      Map<Integer, String> days = new TreeMap<>();
      int share = random.nextInt(1, 9);
      for (long offset = 0; offset < 17; offset++) {
        int partition = random.nextInt(5);
        boolean isOdd = random.nextInt(share) == 0;
        LocalDate day = LocalDate.of(isOdd ? 5_880_000 : 2026, 1, 1).plusDays(offset);
        records.add(day(offset, day, partition));
        if (isOdd) {
          refused.add(offset);
        } else {
          days.put(partition, day.toString());
        }
      }

      write(records);

      Map<Integer, String> written = new TreeMap<>();
      rows("select partition, day::text as day from business_days")
          .forEach(it -> written.put((Integer) it.get("partition"), (String) it.get("day")));
      assertThat(written).as("round %d", round).isEqualTo(days);
      assertThat(rows("select \"offset\" from refused_records order by 1"))
          .as("round %d", round)
          .extracting(it -> it.get("offset"))
          .isEqualTo(refused);
    }
  }

  @Test
  void whatIsOurFaultIsNotLaidToTheRecord() {
    Projected wrong = day(11, LocalDate.of(2026, 3, 2), 1);
    wrong.rows().add("insert into business_days values (?, null)", 2);

    assertThatThrownBy(() -> write(List.of(wrong))).isInstanceOf(SQLException.class);

    assertThat(rows("select * from refused_records")).isEmpty();
    assertThat(rows("select next_offset from projected_offsets"))
        .containsExactly(Map.of("next_offset", 0L));
  }

  private static Projected day(long offset, LocalDate day, int partition) {
    Rows rows = new Rows();
    rows.add(DAY, partition, day);
    return new Projected(new Origin("days", 0, offset, AT), rows);
  }

  private void write(List<Projected> records) throws SQLException {
    model.write(records, Map.of(PLACE, 0L), Map.of(PLACE, 17L));
  }

  private List<Map<String, Object>> rows(String sql) {
    return database.writing().withHandle(handle -> handle.select(sql).mapToMap().list());
  }
}
