/** Why the relay and this device have stopped talking; retrying cannot help. The one list: screens, words and sync read it here. */
export type RefusalReason =
  | 'outdated-app'
  | 'removed'
  | 'log-differs'
  | 'damaged'
  | 'full'
  | 'read-only'
  | 'forked'
  /** What one relay does not take: a piece longer than an item, or anything while its disk is full. */
  | 'too-large'
  | 'relay-full'
