package io.duecast.receivable;

/** The document types of UNTDID 1001 that open or reduce a receivable. */
public enum DocumentType {
  UNKNOWN(0),
  INVOICE(380),
  CREDIT_NOTE(381),
  CORRECTED_INVOICE(384),
  PREPAYMENT_INVOICE(386);

  private final int code;

  DocumentType(int code) {
    this.code = code;
  }

  /** The UNTDID 1001 code; 0 if unknown. */
  public int code() {
    return code;
  }
}
