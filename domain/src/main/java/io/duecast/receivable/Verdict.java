package io.duecast.receivable;

/**
 * What a collector thinks of an assessment.
 *
 * @param assessmentId the assessment that was judged
 * @param agrees whether the collector agrees with it
 */
public record Verdict(String assessmentId, boolean agrees) {}
