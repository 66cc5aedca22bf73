package io.duecast.console.web;

/**
 * One order of a list; what it does not tell apart stands in the order of the list's key, and what
 * has no value stands last.
 *
 * @param sql what it is sorted by
 * @param cast the SQL type of that
 */
record Sort(String name, String sql, String cast, boolean isFalling) {
  Sort reversed() {
    return new Sort(name, sql, cast, !isFalling);
  }
}
