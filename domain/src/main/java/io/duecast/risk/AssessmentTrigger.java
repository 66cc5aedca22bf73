package io.duecast.risk;

/** What made an assessment necessary. The one of record is that at issue. */
public enum AssessmentTrigger {
  UNKNOWN,
  ISSUED,
  AMENDED,
  AGED,
  WHAT_IF
}
