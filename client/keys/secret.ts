/**
 * The size of the secret from which a person's or an invitation's keys are derived. Knows no keys, so that reading a link
 * loads none.
 */

/** A person's or an invitation's secret, in bytes: 128 bits, which a person can still copy from paper. */
export const SECRET_BYTES = 16
