/**
 * Puts a lock on this device and takes it off: what stands on the disk is stored anew, value by value, while everything goes
 * on. An interruption leaves sealed and plain values beside each other, which can both be read; it goes on at the next start.
 * The lock itself is stored before the first sealed value, and removed after the last one.
 */
import { createSignal } from 'solid-js'
import type { Authenticator, DeviceLock, LockChanged } from '#ports/lock.ts'
import type { LockStore, StoredLock } from '#storage/lock/lock-store.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { Environment } from '#sync/environment.ts'
import type { Pages } from '../lifetime/pages.ts'
import { findDocuments } from '../store/document-names.ts'
import type { OpenLock } from './pass-lock.ts'

/** In bytes. */
const SALT_BYTES = 32

export type DeviceLockOptions = {
  readonly database: Pick<DeviceDatabase, 'atRest'>
  readonly store: LockStore
  readonly environment: Environment
  readonly authenticator: Authenticator
  readonly pages: Pages
  /** As it was opened at the start. */
  readonly opened: OpenLock | null
  /** Locks this page. */
  lockHere(): void
}
export type RunningLock = {
  readonly lock: DeviceLock
  /** Goes on with what was interrupted. */
  resume(): Promise<void>
  /** From now on this device keeps nothing, and nothing that is kept is shown: there is nothing to lock. */
  forget(): void
  /** It was opened anew, without a new start. */
  reopen(opened: OpenLock | null): void
}

export const createDeviceLock = (options: DeviceLockOptions): RunningLock => {
  const { authenticator, database, environment, pages, store } = options
  let cipher = options.opened?.cipher ?? null
  const [stored, setStored] = createSignal(options.opened?.stored ?? null)

  /** What this page knows of the lock is of before, so that it starts anew. */
  const startAnew = (): LockChanged => {
    options.lockHere()
    return { ok: false, reason: 'unavailable' }
  }
  const change = async (part: Partial<Pick<StoredLock, 'minutes' | 'stage'>>): Promise<LockChanged> => {
    const now = stored()
    if (now === null) return { ok: true }
    const kept = await store.change(now, part)
    if (kept.ok) setStored((known) => known && { ...known, ...part })
    return kept.ok || kept.reason !== 'changed' ? kept : startAnew()
  }
  /**
   * A credential whose second question was not answered. The next try asks that question alone: each new credential stays in the
   * device's own list, and some browsers ask nothing that follows on a question instead of a tap.
   */
  let unproven: Extract<Awaited<ReturnType<Authenticator['enrol']>>, { ok: true }> | null = null
  let last: Promise<unknown> = Promise.resolve()
  /** One after another: what is put on while it is taken off would end as neither. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
  const rewriteAll = async (): Promise<void> => {
    await store.rewrite()
    const { rewriteRows } = await import('#storage/document/stored-rows.ts') // with Yjs, which the list of plans does without
    for (const name of await findDocuments(await store.planIds())) await rewriteRows(name, database.atRest)
  }
  /** Once as it is, and again when nobody else can have stored a value in its earlier form since. */
  const settle = async (): Promise<void> => {
    const now = stored()
    if (now === null || now.stage === 'on') return
    await rewriteAll()
    pages.tell()
    await pages.alone(async () => {
      await rewriteAll()
      if (now.stage === 'sealing') return void (await change({ stage: 'on' }))
      const removed = await store.remove()
      if (!removed.ok) return
      database.atRest.change({ name: 'plain' })
      cipher = null
      setStored(null)
      pages.tell() // those that wait for the unlock
    })
  }
  /** What the disk refuses now is stored at the next start. */
  const settleAsFarAsItGoes = (): Promise<void> => settle().catch((error: unknown) => environment.report(error))

  const lock: DeviceLock = {
    isOffered: () => authenticator.isOffered(),
    state() {
      const now = stored()
      return now === null ? null : { minutes: now.minutes, settling: now.stage !== 'on' }
    },
    async turnOn(minutes) {
      const known = unproven
      unproven = null
      const enrolled = known ?? (await authenticator.enrol())
      if (!enrolled.ok) return enrolled
      const { credential } = enrolled
      const salt = environment.randomBytes(SALT_BYTES)
      const evaluated = await authenticator.evaluate(credential, salt)
      if (!evaluated.ok) {
        if (known === null && evaluated.reason === 'refused') unproven = enrolled
        return evaluated
      }
      return inTurn(async () => {
        if (stored() !== null) return { ok: true }
        const { makeCipher } = await import('./lock-cipher.ts')
        const made = await makeCipher(evaluated.unlocked, environment.randomBytes)
        const next: StoredLock = { credential, salt, wrapped: made.wrapped, minutes, stage: 'sealing' }
        const kept = await store.add(next)
        if (!kept.ok) return kept.reason === 'changed' ? startAnew() : kept
        setStored(next)
        cipher = made.cipher
        database.atRest.change({ name: 'sealing', cipher })
        pages.tell() // they read nothing sealed
        await settleAsFarAsItGoes()
        return { ok: true }
      })
    },
    async setMinutes(minutes) {
      const changed = await change({ minutes })
      if (changed.ok) lock.lockOthers() // they count by the time of before
      return changed
    },
    async turnOff() {
      const now = stored()
      if (now === null) return { ok: true }
      const evaluated = await authenticator.evaluate(now.credential, now.salt)
      if (!evaluated.ok) return evaluated
      return inTurn(async () => {
        const kept = await change({ stage: 'opening' })
        if (!kept.ok || cipher === null) return kept
        database.atRest.change({ name: 'opening', cipher })
        await settleAsFarAsItGoes()
        return { ok: true }
      })
    },
    lockNow() {
      if (stored() === null) return
      pages.tell()
      options.lockHere()
    },
    lockOthers() {
      if (stored() !== null) pages.tell()
    },
    lockHere: options.lockHere,
  }
  return {
    lock,
    resume: () => inTurn(settleAsFarAsItGoes),
    forget: () => void setStored(null),
    reopen(opened) {
      cipher = opened?.cipher ?? null
      setStored(opened?.stored ?? null)
    },
  }
}
