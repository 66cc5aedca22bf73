package io.duecast.risk;

import org.jspecify.annotations.Nullable;

/**
 * Why a score is what it is.
 *
 * @param feature the feature's key
 * @param value its value as served; NaN if it was missing, and for a word
 * @param word its value as served, if it is a word; null for a number, and if it was missing
 * @param contribution how far it moved the probability; positive = towards late
 * @param textKey which sentence says it to a person
 */
public record Reason(
    String feature, double value, @Nullable String word, double contribution, String textKey) {}
