/** The data of sync on this device beside the document: the log's records, its cursor and the salts of own clientIDs. It is a type only; every store meets sync-store.contract.ts. */

export type StoredRecord = { readonly seq: number; readonly bytes: Uint8Array }

export type StoredLog = {
  readonly records: readonly StoredRecord[]
  readonly cursor: Uint8Array | null
  readonly salts: readonly Uint8Array[]
}

/** Every method resolves only when it is durable, and rejects when it is not. */
export type SyncStore = {
  load(): Promise<StoredLog>
  /** Appends records that the log has shown, in order; writing a seq again is harmless. */
  addRecords(records: readonly StoredRecord[]): Promise<void>
  /** Replaces all records in one transaction, because the log has given them other places. */
  replaceRecords(records: readonly StoredRecord[]): Promise<void>
  saveCursor(cursor: Uint8Array): Promise<void>
  addSalt(salt: Uint8Array): Promise<void>
}
