/** The store exists but cannot be used; the message is one sentence for people, without secrets. */
export class StoreUnusableError extends Error {}
