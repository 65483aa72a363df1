/** The store effects: writes follow one another, so that a record is kept before the cursor that counts it. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { readKnownRecords } from '../log/restore.ts'
import type { StoreEffect } from './machine/effects.ts'
import type { AnswerEvent } from './machine/events.ts'
import type { JournalRunner } from './run-journal.ts'

export type StoreRunner = {
  run(effect: StoreEffect): void
  /** Resolves when everything so far is durable or has failed. */
  flushed(): Promise<void>
}

/** `failed` is called for every write that the store refused. `journal`: none where no history is kept. */
export const createStoreRunner = (
  store: SyncStore,
  workspace: WorkspaceId,
  failed: (error: unknown) => void,
  answer: (event: AnswerEvent) => void,
  journal: JournalRunner | null = null,
): StoreRunner => {
  let writing: Promise<boolean> = Promise.resolve(true)
  const write = (task: () => Promise<void>): Promise<boolean> =>
    (writing = writing.then(task).then(
      () => true,
      (error: unknown) => (failed(error), false),
    ))
  const writeJournal = (): void => {
    if (journal !== null) void write(() => journal.write())
  }
  const load = async (): Promise<Extract<AnswerEvent, { readonly type: 'records-loaded' }>['known']> => {
    try {
      return await readKnownRecords(workspace, await store.load())
    } catch {
      return 'unreadable'
    }
  }
  return {
    run(effect) {
      switch (effect.type) {
        case 'store-record':
          return void write(() => store.addRecords([effect.record]))
        case 'replace-records':
          return void write(() => store.replaceRecords(effect.records))
        case 'journal':
          if (journal?.take(effect) === true) writeJournal()
          return
        case 'store-cursor':
          writeJournal()
          return void write(() => store.saveCursor(effect.cursor))
        case 'keep-cursor':
          writeJournal()
          return void write(() => store.saveCursor(effect.cursor)).then((ok) =>
            answer({ type: 'cursor-kept', ticket: effect.ticket, ok }),
          )
        case 'load-records':
          return void load().then((known) => answer({ type: 'records-loaded', ticket: effect.ticket, known }))
      }
    },
    async flushed() {
      writeJournal()
      await writing
    },
  }
}
