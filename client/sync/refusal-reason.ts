/** The reasons why sync has stopped although retrying cannot help. This is the one list that screens, words and sync share. */
export type RefusalReason =
  | 'outdated-app'
  /** A record, or the relay, says that this person takes no part any more. */
  | 'removed'
  /** A record of this person's own says so. */
  | 'left'
  /** They have a new key card, and this is the old one. */
  | 'moved'
  | 'closed'
  /** The relay knows no such workspace, or nobody of this name in it. */
  | 'unknown'
  | 'log-differs'
  | 'damaged'
  | 'full'
  /** This person's share of the log is used up (S8); others still write. */
  | 'share-full'
  | 'read-only'
  | 'forked'
  /** Refusals by one relay: a piece longer than its largest item, or anything while its disk is full. */
  | 'too-large'
  | 'relay-full'
