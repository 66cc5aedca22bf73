package io.duecast.trainer.data;

import java.util.BitSet;

/**
 * Invoices with a known label for one horizon.
 *
 * @param data one row for each
 * @param late the rows that are late
 * @param censored how many more were left out because their label is not known yet
 * @param excluded how many more were left out for good
 */
public record LabelledRows(Dataset data, BitSet late, int censored, int excluded) {
  public LabelledRows {
    late = (BitSet) late.clone();
  }

  @Override
  public BitSet late() {
    return (BitSet) late.clone();
  }
}
