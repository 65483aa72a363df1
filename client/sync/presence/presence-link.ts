/** Presence between a session's provider and its relay: mine out, a few times a second at most; theirs in. */
import { removeAwarenessStates } from 'y-protocols/awareness'
import { currentEpoch } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { openPresence, sealPresence } from './presence.ts'
import { liveChain, type SessionCore } from '../session/session-core.ts'

/** `update`: an awareness update of this document's own clientID. The epoch it was sent under, `null` when it was not. */
export const sendPresence = async (core: SessionCore, update: Uint8Array): Promise<number | null> => {
  const { link, holder, workspace, own, environment } = core
  const chain = liveChain(core)
  const salt = own.salts.get(own.current)
  if (chain === null || link.name !== 'live' || salt === undefined) return null
  const epoch = currentEpoch(chain).number
  const keys = core.follower.ring().keys.get(epoch)
  if (keys === undefined) return null
  const sealed = await sealPresence(
    keys,
    { workspace, epoch, author: holder.id },
    salt,
    update,
    environment.randomBytes,
  )
  if (sealed === null || core.link !== link) return null
  link.connection.send({ type: 'presence', epoch, sealed })
  return epoch
}

/**
 * Of one person: their devices and tabs, and those that a page has met which stays open for days (each load is another).
 * y-protocols forgets none, and whoever wants to can come under a new one three times a second. The oldest goes, and comes
 * back with its next word.
 */
const MAX_CLIENTS_OF_ONE = 20

const remember = ({ authors, provider: { awareness } }: SessionCore, client: number, person: PersonId): void => {
  const isKnown = authors.delete(client)
  authors.set(client, person) // those heard last stand last
  if (isKnown) return
  const theirs = [...authors.keys()].filter((each) => authors.get(each) === person)
  for (const oldest of theirs.slice(0, -MAX_CLIENTS_OF_ONE)) {
    authors.delete(oldest)
    removeAwarenessStates(awareness, [oldest], 'too many')
    awareness.meta.delete(oldest)
  }
}

export const takePresence = async (
  core: SessionCore,
  frame: Extract<RelayFrame, { type: 'presence' }>,
): Promise<void> => {
  const keys = core.follower.ring().keys.get(frame.epoch)
  if (keys === undefined) return
  const opened = await openPresence(
    keys,
    { workspace: core.workspace, epoch: frame.epoch, author: frame.author },
    frame.sealed,
  )
  if (opened === null || opened.client === core.own.current || core.link.name !== 'live') return
  const { awareness } = core.provider
  const isNew = !awareness.getStates().has(opened.client)
  remember(core, opened.client, frame.author)
  core.link.socket.giveAwareness(opened.update)
  core.batching.company()
  // Who has just come has not heard of me, and would not until I move.
  if (isNew && awareness.getStates().has(opened.client)) awareness.setLocalState(awareness.getLocalState())
}
