/**
 * A visit to a workspace as an invitation (PROTOCOL.md §9): reads its records, which is all the relay shows to one, and may
 * add one join. Ends by itself.
 */
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { type CloseName, closeName } from '#shared/protocol/close-codes.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, itemKind, shortHash } from '#shared/protocol/log.ts'
import type { Refusal, RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { type Connection, openConnection } from '../connection/connection.ts'
import type { RelayAddress } from '../connection/relay-address.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import type { Environment } from '../environment.ts'
import { createQueue } from '../session/queue.ts'

export type VisitFailure =
  | 'wrong'
  | 'used'
  | 'expired'
  | 'cancelled'
  | 'wrong-code'
  | 'locked'
  | 'outdated-app'
  | 'offline'
  /** The relay has too much to do, or no room. */
  | 'busy'
/** `records`: all of them with their place in the log, for the device that joins. */
export type VisitResult =
  | { readonly ok: true; readonly chain: Chain; readonly records: readonly StoredRecord[] }
  | { readonly ok: false; readonly reason: VisitFailure }
export type VisitOptions = {
  readonly relay: RelayAddress
  readonly environment: Environment
  readonly workspace: WorkspaceId
  readonly locator: Locator
  readonly invitation: KeyHolder
  /** Makes the join for the chain as it is now; `null` to only look. */
  readonly join: ((chain: Chain) => Promise<Uint8Array<ArrayBuffer> | null>) | null
}

/** The whole visit, in ms: whoever taps a link waits for it. */
const VISIT_TIMEOUT_MS = 20_000
/** Somebody else's record was first: made anew, this many times. */
const MAX_TRIES = 5

const FAILURES: Partial<Record<CloseName, VisitFailure>> = {
  unknown: 'wrong',
  malformed: 'outdated-app',
  outdatedApp: 'outdated-app',
  invitationUsed: 'used',
  invitationExpired: 'expired',
  invitationCancelled: 'cancelled',
  wrongCode: 'wrong-code',
  locked: 'locked',
  overloaded: 'busy',
  tooSlow: 'busy',
}
const REFUSED: Partial<Record<Refusal, VisitFailure>> = {
  expired: 'expired',
  malformed: 'outdated-app',
  rate: 'busy',
  'relay-full': 'busy',
  'workspace-full': 'busy',
}

export const visitInvitation = (options: VisitOptions): Promise<VisitResult> =>
  new Promise((resolve) => {
    const { relay, environment, workspace, locator, invitation, join } = options
    let chain: Chain | null = null
    const records: StoredRecord[] = []
    let sent: Uint8Array<ArrayBuffer> | null = null
    let tries = 0
    let done = false

    const finish = (result: VisitResult): void => {
      if (done) return
      done = true
      stopTimer()
      connection.close()
      resolve(result)
    }
    const fail = (reason: VisitFailure): void => finish({ ok: false, reason })
    const extend = async (seq: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const result = await extendChain(chain, bytes)
      if (!result.ok) return fail(result.reason === 'unknown-kind' ? 'outdated-app' : 'wrong')
      if (result.record.workspace !== workspace) return fail('wrong')
      chain = result.chain
      records.push({ seq, bytes })
    }
    const arrive = async (): Promise<void> => {
      const found = chain?.invitations.get(locator)
      if (chain === null || found === undefined) return fail('wrong')
      if (found.state !== 'open') return fail(found.state === 'used' ? 'used' : 'cancelled')
      if (join === null) return finish({ ok: true, chain, records })
      tries += 1
      sent = await join(chain)
      if (sent === null) return fail('wrong')
      connection.send({ type: 'append', item: sent })
    }
    const take = async (frame: RelayFrame): Promise<void> => {
      switch (frame.type) {
        case 'items':
          for (const [index, { bytes }] of frame.items.entries())
            if (itemKind(bytes) === 'record' && !done) await extend(frame.firstSeq + index, bytes)
          return
        case 'live':
          return arrive()
        case 'committed':
          if (sent !== null) await extend(frame.seq, sent)
          return chain === null ? fail('wrong') : finish({ ok: true, chain, records })
        case 'refused':
          return frame.reason === 'invalid' && tries < MAX_TRIES ? arrive() : fail(REFUSED[frame.reason] ?? 'wrong')
        case 'challenge':
        case 'presence':
        case 'workspaces':
        case 'pong':
      }
    }
    const queue = createQueue(() => fail('wrong'))
    const connection: Connection = openConnection(relay, invitation, environment, queue, {
      hello: () => ({
        identity: { kind: 'invitation', locator },
        workspace,
        since: 0,
        logHash: shortHash(firstLogHash(workspace)),
        start: 'log',
        root: null,
      }),
      frame: take,
      closed(code) {
        const name = closeName(code)
        fail((name && FAILURES[name]) ?? 'offline')
      },
    })
    const stopTimer = environment.after(VISIT_TIMEOUT_MS, () => fail('offline'))
  })

export type MemberVisit = Pick<VisitOptions, 'relay' | 'environment' | 'workspace'> & { readonly person: KeyHolder }

/** Whether the relay knows this person as a member: a join whose acknowledgement was lost looks like somebody else's. */
export const isMember = ({ relay, environment, workspace, person }: MemberVisit): Promise<boolean> =>
  new Promise((resolve) => {
    const finish = (member: boolean): void => {
      stopTimer()
      connection.close()
      resolve(member)
    }
    const connection: Connection = openConnection(
      relay,
      person,
      environment,
      createQueue(() => finish(false)),
      {
        hello: () => ({
          identity: { kind: 'person', person: person.id },
          workspace,
          since: 0,
          logHash: shortHash(firstLogHash(workspace)),
          start: 'log',
          root: null,
        }),
        frame: () => finish(true),
        closed: () => finish(false),
      },
    )
    const stopTimer = environment.after(VISIT_TIMEOUT_MS, () => finish(false))
  })
