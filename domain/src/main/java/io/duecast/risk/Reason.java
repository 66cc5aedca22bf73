package io.duecast.risk;

/**
 * Why a score is what it is.
 *
 * @param feature the feature's key
 * @param value its value as served; NaN if it was missing
 * @param contribution how far it moved the probability; positive = towards late
 * @param textKey which sentence says it to a person
 */
public record Reason(String feature, double value, double contribution, String textKey) {}
