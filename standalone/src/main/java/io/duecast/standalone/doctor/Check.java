package io.duecast.standalone.doctor;

/**
 * One thing that was looked at.
 *
 * @param verdict how it is
 * @param found what was found; what to do if it is not well
 */
record Check(Verdict verdict, String what, String found) {
  /** How a thing is. */
  enum Verdict {
    OK,
    /** Worth knowing. */
    NOTE,
    BAD
  }

  static Check ok(String what, String found) {
    return new Check(Verdict.OK, what, found);
  }

  static Check note(String what, String found) {
    return new Check(Verdict.NOTE, what, found);
  }

  static Check bad(String what, String found) {
    return new Check(Verdict.BAD, what, found);
  }

  static Check of(boolean isOk, String what, String found, String advice) {
    return isOk ? ok(what, found) : bad(what, found + "; " + advice);
  }
}
