package io.duecast.book.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSortTest {
  private static final Codec<Long> LONGS =
      new Codec<>() {
        @Override
        public void write(Long value, DataOutput out) throws IOException {
          out.writeLong(value);
        }

        @Override
        public Long read(DataInput in) throws IOException {
          return in.readLong();
        }

        @Override
        public long weightBytes(Long value) {
          return 8;
        }
      };

  private static List<Long> sorted(List<Long> values, long memoryBytes, Path temporary) {
    List<Long> sorted = new ArrayList<>();
    try (var sort = new ExternalSort<>(Comparator.naturalOrder(), LONGS, memoryBytes, temporary)) {
      values.forEach(sort::add);
      assertThat(sort.size()).isEqualTo(values.size());
      sort.sorted().forEachRemaining(sorted::add);
    }
    return sorted;
  }

  @Property(tries = 60)
  void itSortsAsMemoryDoesHoweverLittleThereIs(
      @ForAll List<Long> values, @ForAll @IntRange(min = 1, max = 200) int memoryBytes)
      throws IOException {
    Path temporary = Files.createTempDirectory("sort-test-");
    assertThat(sorted(values, memoryBytes, temporary)).isEqualTo(values.stream().sorted().toList());
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).as("temporary files are deleted").isEmpty();
    }
    Files.delete(temporary);
  }

  @Test
  void moreRunsThanMayBeOpenAreMergedFirst(@TempDir Path temporary) throws IOException {
    Random random = new Random(11);
    List<Long> values = new ArrayList<>();
    random.longs(10_000).forEach(values::add);
    try (var sort = new ExternalSort<>(Comparator.naturalOrder(), LONGS, 80, temporary)) {
      values.forEach(sort::add);
      assertThat(sort.spilledRuns()).isBetween(1, 64);
      List<Long> sorted = new ArrayList<>();
      sort.sorted().forEachRemaining(sorted::add);
      assertThat(sorted).isEqualTo(values.stream().sorted().toList());
    }
  }

  @Test
  void closingBeforeReadingLeavesNothingBehind(@TempDir Path temporary) throws IOException {
    try (var sort = new ExternalSort<>(Comparator.<Long>naturalOrder(), LONGS, 8, temporary)) {
      sort.add(17L);
      sort.add(13L);
      assertThat(sort.spilledRuns()).isEqualTo(2);
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }
}
