/** The store is there but cannot be used; the message is one sentence for people, without secrets. */
export class StoreUnusableError extends Error {}
