/** A store in memory, for tests and the simulation. It lasts as long as the process. */
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { eraseItem, firstLogHash, itemKind, shortHash } from '#shared/protocol/log.ts'
import { type NumberedItem, numberItems, STORED_KIND, takePage } from './numbering.ts'
import { type AppendRequest, type AppendResult, type Head, NO_RECORD, type Store, type StoredItem } from './store.ts'

type Log = {
  head: Head
  items: NumberedItem[]
  readonly people: Set<PersonId>
  readonly wrongHellos: Map<string, number>
}

const emptyLog = (workspace: WorkspaceId): Log => ({
  head: { seq: 0, logHash: firstLogHash(workspace), lastRecord: NO_RECORD, bytes: 0 },
  items: [],
  people: new Set(),
  wrongHellos: new Map(),
})

const toStored = ({ seq, receivedAt, bytes }: NumberedItem): StoredItem => ({ seq, receivedAt, bytes })

export const createMemoryStore = (): Store => {
  const logs = new Map<WorkspaceId, Log>()
  const appendOne = (request: AppendRequest): AppendResult => {
    const log = logs.get(request.workspace) ?? emptyLog(request.workspace)
    if (log.head.lastRecord !== request.expectedRecord) return { ok: false, reason: 'moved' }
    const own = { ...request, items: request.items.map((item) => item.slice()) }
    const { items, head } = numberItems(log.head, own)
    log.items.push(...items)
    log.head = head
    for (const person of request.joined) log.people.add(person)
    for (const person of request.ended) log.people.delete(person)
    logs.set(request.workspace, log)
    return { ok: true, firstSeq: head.seq - items.length + 1, head }
  }
  return {
    append: async (requests) => requests.map(appendOne),
    head: async (workspace) => logs.get(workspace)?.head ?? null,
    logHashAt: async (workspace, seq) => {
      const log = logs.get(workspace)
      if (log === undefined) return null
      const hash = seq === 0 ? firstLogHash(workspace) : log.items[seq - 1]?.logHash
      return hash === undefined ? null : shortHash(hash)
    },
    read: async (workspace, options) => {
      const after = logs.get(workspace)?.items.slice(options.after) ?? []
      const wanted = options.recordsOnly ? after.filter(({ kind }) => kind === STORED_KIND.record) : after
      return takePage(wanted.map(toStored), options)
    },
    newestCheckpoint: async (workspace, before) => {
      const items = logs.get(workspace)?.items ?? []
      const found = items.findLast(({ seq, kind }) => kind === STORED_KIND.checkpoint && seq < before)
      return found === undefined ? null : toStored(found)
    },
    workspacesOf: async (person) =>
      [...logs].filter(([, log]) => log.people.has(person)).map(([workspace]) => workspace),
    wrongHellos: async (workspace, locator) => logs.get(workspace)?.wrongHellos.get(locator) ?? 0,
    countWrongHello: async (workspace, locator) => {
      const counts = logs.get(workspace)?.wrongHellos
      const count = (counts?.get(locator) ?? 0) + 1
      counts?.set(locator, count)
      return count
    },
    uncountWrongHello: async (workspace, locator) => {
      const counts = logs.get(workspace)?.wrongHellos
      counts?.set(locator, Math.max(0, (counts.get(locator) ?? 0) - 1))
    },
    subscribe: () => () => {},
    forwardPresence: () => {},
    eraseEntries: async (workspace) => {
      const log = logs.get(workspace)
      if (log === undefined) return
      log.items = log.items.map((item) =>
        itemKind(item.bytes) === 'entry' ? { ...item, bytes: eraseItem(item.bytes) } : item,
      )
      log.head = { ...log.head, bytes: log.items.reduce((bytes, item) => bytes + item.bytes.length, 0) }
    },
    close: async () => {},
  }
}
