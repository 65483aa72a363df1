/**
 * The document and provider effects: everything that touches the live Y.Doc, its hidden twin (K2) and y-websocket. Each answers
 * at once, so that no edit can come in between.
 */
import * as Y from 'yjs'
import { encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { createReplay, type Replay } from '../checkpoint/replay.ts'
import { type SealedSocket, sealedSocketClass } from '../connection/sealed-socket.ts'
import { findMissing } from '../document/missing-from-log.ts'
import type { OwnClients } from '../document/own-clients.ts'
import { hasUnshared, isSnapshotOf, type Snapshot } from '../document/snapshot.ts'
import { ownAlone, ownStateVector, ownWaiting, withoutPending } from '../document/unshared-diff.ts'
import type { Range } from '../update/delete-set.ts'
import { noteMergedDeletes } from '../update/merge-deletions.ts'
import type { DocumentEffect, ProviderEffect } from './machine/effects.ts'
import type { AnswerEvent, DeviceEvent } from './machine/events.ts'

export type DocumentRunner = {
  readonly provider: WebsocketProvider
  run(effect: DocumentEffect | ProviderEffect): AnswerEvent | null
}

type Context = {
  readonly workspace: WorkspaceId
  readonly doc: Y.Doc
  readonly own: OwnClients
  /** Gives the document another clientID. */
  moveOn(own: OwnClients): OwnClients
  dispatch(event: DeviceEvent): void
  /** Reports a bug: an update that Yjs does not take does not stop the others. */
  report(error: unknown): void
}

export const createDocumentRunner = (context: Context): DocumentRunner => {
  const { workspace, doc, dispatch, report } = context
  let { own } = context
  let socket: SealedSocket | null = null
  let replay: Replay | null = null
  let merged = new Map<number, readonly Range[]>()
  const provider = new WebsocketProvider('sealed:', workspace, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: 0, // it opens a sealed socket at once, and the machine waits: the provider's own waits are alike on all devices
    shouldReconnect: () => true, // a final end is a refusal, which the machine reports (relay-link.ts)
    WebSocketPolyfill: sealedSocketClass({
      opened(opened) {
        socket = opened
        dispatch({ type: 'socket-asked', socket: opened.number })
      },
      awareness: (update) => dispatch({ type: 'awareness', update, people: provider.awareness.getStates().size }),
      closed: ({ number }) => dispatch({ type: 'socket-left', socket: number }),
    }),
  })
  const { awareness } = provider
  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== provider) dispatch({ type: 'edited' })
  }
  doc.on('update', onUpdate)
  const stopNoting = noteMergedDeletes(doc, provider, () => merged)

  const announce = (): void => awareness.setLocalState(awareness.getLocalState())
  /** Yjs has given up this load's clientID for one that is nobody's: what is written under that could never be shared (E4). */
  const moveOn = (): void => {
    const before = own.current
    const shown = awareness.getLocalState()
    own = context.moveOn(own)
    dispatch({ type: 'client-changed', own })
    awareness.clientID = own.current
    awareness.setLocalState(shown)
    if (shown !== null) announce() // y-protocols ignores a first state, of clock 0
    removeAwarenessStates(awareness, [before], 'moved on')
  }

  /** Applies updates with the provider as origin, so that they are not sent back. */
  const apply = (updates: readonly Uint8Array[]): ReadonlyMap<number, readonly Range[]> => {
    merged = new Map()
    const applyEach = ({ meta }: Y.Transaction): void => {
      meta.set('updates', updates) // tells what was deleted by somebody who had seen it (domain/story/others-change.ts)
      for (const update of updates) {
        try {
          Y.applyUpdate(doc, update, provider)
        } catch (error) {
          report(error)
        }
      }
    }
    Y.transact(doc, applyEach, provider, false)
    if (doc.clientID !== own.current) moveOn()
    return merged
  }
  const copy = (snapshot: Snapshot): Uint8Array<ArrayBuffer> | null =>
    isSnapshotOf(doc, snapshot) && !hasUnshared(doc, own.salts.keys(), snapshot)
      ? (Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>)
      : null
  const replaying = (): Replay => {
    if (replay === null) throw new Error('No checkpoint is being checked.')
    return replay
  }
  const showPresence = (client: number, update: Uint8Array, forget: readonly number[]): void => {
    for (const oldest of forget) {
      removeAwarenessStates(awareness, [oldest], 'too many')
      awareness.meta.delete(oldest)
    }
    const isNew = !awareness.getStates().has(client)
    socket?.giveAwareness(update)
    // A newcomer has not received this person's presence, and would not until it changes.
    if (isNew && awareness.getStates().has(client)) announce()
  }

  const runProvider = (effect: Exclude<ProviderEffect, { readonly type: 'leave-awareness' }>): void => {
    switch (effect.type) {
      case 'provider-connect':
        return provider.connect()
      case 'provider-disconnect':
        return provider.disconnect()
      case 'provider-rest':
        provider.shouldConnect = false
        return
      case 'open-socket':
        return socket?.open()
      case 'end-socket':
        return socket?.end(effect.code)
      case 'keep-alive':
        return socket?.keepAlive()
      case 'announce':
        return announce()
      case 'show-presence':
        return showPresence(effect.client, effect.update, effect.forget)
      case 'provider-destroy':
        doc.off('update', onUpdate)
        stopNoting()
        return provider.destroy()
    }
  }
  return {
    provider,
    run(effect) {
      switch (effect.type) {
        case 'apply':
          return { type: 'applied', ticket: effect.ticket, deletes: apply(effect.updates) }
        case 'find-missing':
          return { type: 'missing-found', ticket: effect.ticket, clients: findMissing(doc, own.salts, effect.clocks) }
        case 'find-unshared':
          return { type: 'unshared-found', ticket: effect.ticket, unshared: hasUnshared(doc, own.salts.keys(), effect) }
        case 'diff': {
          const stateVector = ownStateVector(doc, own.salts, effect.clocks)
          const answer = withoutPending(doc, () => socket?.ask(stateVector) ?? null)
          return { type: 'diffed', ticket: effect.ticket, answer }
        }
        case 'copy-document':
          return { type: 'document-copied', ticket: effect.ticket, update: copy(effect) }
        case 'begin-replay':
          replay = createReplay(effect.preview)
          return null
        case 'replay': {
          const missing = replaying().take(effect.seq, effect.updates)
          return { type: 'replayed', ticket: effect.ticket, missing, isTrue: replaying().verdict() === 'true' }
        }
        case 'settle-replay': {
          // Pending structs may be this person's own, when the disk did not take a row that they refer to.
          const mine = [ownAlone(doc, own.salts, effect.clocks), ...ownWaiting(doc, own.salts)]
          return { type: 'replay-settled', ticket: effect.ticket, ...replaying().settle(mine) }
        }
        case 'leave-awareness':
          awareness.setLocalState(null)
          return {
            type: 'awareness-left',
            ticket: effect.ticket,
            update: encodeAwarenessUpdate(awareness, [own.current]),
          }
        case 'provider-connect':
        case 'provider-disconnect':
        case 'provider-rest':
        case 'open-socket':
        case 'end-socket':
        case 'keep-alive':
        case 'announce':
        case 'show-presence':
        case 'provider-destroy':
          runProvider(effect)
          return null
      }
    },
  }
}
