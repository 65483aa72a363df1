/**
 * Admission (PROTOCOL.md §6, S1, S6): checks a hello against the chain and decides how the connection continues. A
 * non-member learns nothing, not even whether the workspace exists.
 */
import type { Invitation } from '#shared/chain/chain.ts'
import { type AppFrame, helloBytesToSign } from '#shared/protocol/app-frames.ts'
import { equalBytes, fromBase64url } from '#shared/protocol/bytes.ts'
import { CLOSE, type CloseCode } from '#shared/protocol/close-codes.ts'
import { glanceAtEntry } from '#shared/protocol/entries.ts'
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_WRONG_HELLOS, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import type { Rooms } from './rooms.ts'
import type { Head, Store } from '../storage/store.ts'
import type { Start, Workspace } from '../workspace/workspace.ts'

export type Hello = Extract<AppFrame, { type: 'hello' }>
export type Admission =
  | { readonly kind: 'workspace'; readonly workspace: Workspace; readonly start: Start; release(): void }
  | { readonly kind: 'list'; readonly ids: readonly WorkspaceId[] }
  | { readonly kind: 'refused'; readonly code: CloseCode }
export type AdmissionContext = {
  readonly store: Store
  readonly rooms: Rooms
  readonly origins: readonly string[]
  readonly now: () => number
  readonly verifySignature: (
    publicKey: Uint8Array<ArrayBuffer>,
    signed: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>
  /** Runs work with the same key one after another: two concurrent wrong codes must count as two. */
  readonly withLock: <Value>(key: string, work: () => Promise<Value>) => Promise<Value>
  /** Wrong hellos that a full disk could not store, by mutex key: filling the disk must not buy guesses. */
  readonly uncounted: Map<string, number>
}

/**
 * The base point of P-256 (SEC 2 §2.4.2), the public key of the secret 1. Checked against where there is no other key, so
 * that the answer takes as long.
 */
const NOBODY_S_KEY =
  fromBase64url('BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU') ??
  new Uint8Array(65)

const refused = (code: CloseCode): Admission => ({ kind: 'refused', code })

/** Whether it is signed for any of this relay's addresses. */
const isSigned = async (
  { origins, verifySignature }: Pick<AdmissionContext, 'origins' | 'verifySignature'>,
  key: Uint8Array<ArrayBuffer>,
  hello: Hello,
  nonce: Uint8Array,
): Promise<boolean> => {
  const checks = origins.map((origin) => verifySignature(key, helloBytesToSign(origin, nonce, hello), hello.signature))
  return (await Promise.all(checks)).includes(true)
}

const failureOf = (invitation: Invitation, now: number): CloseCode | null => {
  switch (invitation.state) {
    case 'used':
      return CLOSE.invitationUsed
    case 'ended': // the next device that sees an expired one ends it (R4)
      return invitation.expiresAt <= now ? CLOSE.invitationExpired : CLOSE.invitationCancelled
    case 'open':
      return invitation.expiresAt <= now ? CLOSE.invitationExpired : null
  }
}

/** Whether the hello was signed with this key. */
type Check = (key: Uint8Array<ArrayBuffer>) => Promise<boolean>

const admitPerson = async (workspace: Workspace, person: PersonId, check: Check): Promise<CloseCode | null> => {
  const { members, former } = workspace.chain()
  const key = (members.get(person) ?? former.get(person))?.keys.sign
  const holds = await check(key ?? NOBODY_S_KEY)
  if (key === undefined || !holds) return CLOSE.unknown
  return members.has(person) ? null : CLOSE.removed
}

const admitInvitation = async (
  context: AdmissionContext,
  workspace: Workspace,
  locator: Locator,
  check: Check,
): Promise<CloseCode | null> => {
  const id = workspace.chain().workspace
  const key = workspace.chain().invitations.get(locator)?.keys.sign
  if (key === undefined) {
    await check(NOBODY_S_KEY)
    return CLOSE.unknown
  }
  const { withLock, store, uncounted } = context
  const name = `${id}/${locator}`
  return withLock(name, async () => {
    const here = uncounted.get(name) ?? 0
    if (here + (await store.wrongHellos(id, locator)) >= MAX_WRONG_HELLOS) return CLOSE.locked
    // Counted before it is checked: another relay may be checking a code at this very moment.
    const counted = await store.countWrongHello(id, locator).catch(() => null)
    const isOneTooMany = counted !== null && here + counted > MAX_WRONG_HELLOS
    const holds = !isOneTooMany && (await check(key))
    if (counted === null && !holds) uncounted.set(name, here + 1)
    if (counted !== null && (holds || isOneTooMany)) await store.uncountWrongHello(id, locator).catch(() => {})
    if (!holds) return isOneTooMany ? CLOSE.locked : CLOSE.wrongCode
    const invitation = workspace.chain().invitations.get(locator)
    return invitation === undefined ? CLOSE.unknown : failureOf(invitation, context.now())
  })
}

/** Whether the device's log is no prefix of ours: then one of us has lost or changed something (C3). */
const logDiffers = async (store: Store, workspace: Workspace, { since, logHash }: Hello): Promise<boolean> => {
  const ours = await store.logHashAt(workspace.chain().workspace, since)
  return ours === null || !equalBytes(ours, logHash)
}

/** The `seen` of the newest checkpoint, by head: the checkpoint may be a megabyte, read for one number. */
const newestSeen = new WeakMap<Head, { readonly before: number; readonly seen: number | null }>()

const readNewestSeen = async (store: Store, workspace: Workspace, below: number): Promise<number | null> => {
  const head = workspace.head()
  const before = Math.min(below, head.seq + 1) // items up to here have been forwarded
  const known = newestSeen.get(head)
  if (known?.before === before) return known.seen
  const checkpoint = await store.newestCheckpoint(workspace.chain().workspace, before)
  const seen = (checkpoint && glanceAtEntry(checkpoint.bytes)?.seen) ?? null
  newestSeen.set(head, { before, seen })
  return seen
}

/** S5: start at the newest checkpoint, or the newest below `since`; without one, records alone are sent. */
const findStart = async (store: Store, workspace: Workspace, { start, since }: Hello): Promise<Start> => {
  if (start === 'log') return { since, recordsUpTo: 0 }
  const seen = await readNewestSeen(store, workspace, since === 0 ? Infinity : since)
  return { since: 0, recordsUpTo: seen ?? workspace.head().seq }
}

const admitTo = async (context: AdmissionContext, id: WorkspaceId, hello: Hello, check: Check): Promise<Admission> => {
  const taken = await context.rooms.take(id)
  if (taken === null) {
    await check(NOBODY_S_KEY)
    return refused(CLOSE.unknown)
  }
  const { workspace, release } = taken
  try {
    const code =
      hello.identity.kind === 'person'
        ? await admitPerson(workspace, hello.identity.person, check)
        : await admitInvitation(context, workspace, hello.identity.locator, check)
    const differs = code === null && hello.start === 'log' && (await logDiffers(context.store, workspace, hello))
    if (code === null && !differs)
      return { kind: 'workspace', workspace, start: await findStart(context.store, workspace, hello), release }
    release()
    return refused(code ?? CLOSE.logDiffers)
  } catch (error) {
    release()
    throw error
  }
}

/** A root of an unknown workspace creates it, once the root's own key has signed this hello. */
const beginIfNew = async (
  context: AdmissionContext,
  id: WorkspaceId,
  hello: Hello,
  check: Check,
  mayBegin: () => boolean,
) => {
  if (hello.root === null || (await context.store.head(id)) !== null) return null
  const root = await context.rooms.readRoot(id, hello.identity, hello.root)
  if (root === null || !(await check(root.key))) return CLOSE.unknown
  if (!mayBegin()) return CLOSE.overloaded
  await root.begin()
  return null
}

/** Checked with the keys of any workspace that the person takes part in: a person's id commits to both of their keys. */
const listWorkspaces = async (context: AdmissionContext, hello: Hello, check: Check): Promise<Admission> => {
  const person = hello.identity.kind === 'person' ? hello.identity.person : null
  const ids = person === null ? [] : await context.store.workspacesOf(person)
  const taken = ids[0] === undefined ? null : await context.rooms.take(ids[0])
  const key = person === null ? undefined : taken?.workspace.chain().members.get(person)?.keys.sign
  taken?.release()
  const holds = await check(key ?? NOBODY_S_KEY)
  return key !== undefined && holds ? { kind: 'list', ids } : refused(CLOSE.unknown)
}

/** `mayBegin` is asked when the hello would create a workspace (S8). */
export const admit = async (
  context: AdmissionContext,
  hello: Hello,
  nonce: Uint8Array,
  mayBegin: () => boolean,
): Promise<Admission> => {
  if (hello.version !== PROTOCOL_VERSION) return refused(CLOSE.outdatedApp)
  const check: Check = (key) => isSigned(context, key, hello, nonce)
  if (hello.workspace === null) return listWorkspaces(context, hello, check)
  const refusal = await beginIfNew(context, hello.workspace, hello, check, mayBegin)
  return refusal === null ? admitTo(context, hello.workspace, hello, check) : refused(refusal)
}
