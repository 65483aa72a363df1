/** The size of the one thing that a person or an invitation is derived from. Knows no keys, so that reading a link needs none. */

/** A person's or an invitation's secret, in bytes: 128 bits, which a person can still copy from paper. */
export const SECRET_BYTES = 16
