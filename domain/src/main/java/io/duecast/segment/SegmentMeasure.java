package io.duecast.segment;

/** What a segment, a suggestion or a departure rests on. */
public enum SegmentMeasure {
  UNKNOWN("", ""),
  LATE_RISK("per mille", "expected share of late invoices"),
  JUDGED_INVOICES("invoices", "invoices that have come due in twelve months"),
  LATE_INVOICES("invoices", "of these late"),
  ASSESSED_RISK("per mille", "mean calibrated risk of its latest invoices"),
  OVERDUE_SHARE("per mille", "share of what it owes that is late"),
  LONG_OVERDUE_SHARE("per mille", "share of what it owes that is more than 60 days past due"),
  RECENT_CHANGE("thousandths of a deviation", "share late of three months, against that before"),
  TURNOVER("in its currency", "billed in twelve months"),
  PAID_A_MONTH("in its currency", "paid in a month, on average"),
  LIMIT_MULTIPLE("thousandths", "credit limit over what is paid in a month"),
  DAYS_PAST_DUE("days", "of this invoice"),
  USUAL_DAYS_PAST_DUE("days", "of its own invoices, the middle one"),
  LATEST_DAYS_PAST_DUE("days", "of its latest invoices, the least or the middle one"),
  PEERS_DAYS_PAST_DUE("days", "that few invoices of its peers exceed");

  private final String unit;
  private final String meaning;

  SegmentMeasure(String unit, String meaning) {
    this.unit = unit;
    this.meaning = meaning;
  }

  /** What its values are counted in. */
  public String unit() {
    return unit;
  }

  /** What it says, for people. */
  public String meaning() {
    return meaning;
  }
}
