/** A device whose page is loaded again: its document, its undo, and what it stored of both. */
import * as Y from 'yjs'
import { parseStoredUndo, protectDeleted, restoreUndo, type Stacks } from '../undo/stored-undo.ts'
import { createStoryUndo } from '../undo/story-undo.ts'
import { createUndo } from '../undo/undo.ts'
import { addGoal } from '../goals/goals.ts'
import { createPair, createPeer, meet, type Peer } from './peers.ts'

export const NOW = 1_795_000_000_000

/** The origin of an editor's writing, which the editor adds to what is tracked. */
export const EDITOR = { key: 'editor' }

/** Where and when the person is. */
export type Whereabouts = { screen: string; now: number }

export type Device = Peer & {
  readonly at: Whereabouts
  readonly stacks: Stacks
  /** What it would store now. */
  store(): unknown
}

export const openDevice = (
  peer: Peer,
  stored: unknown = null,
  at: Whereabouts = { screen: '/goals', now: NOW },
): Device => {
  const place = { now: () => at.now, screen: () => at.screen }
  const stacks = { plan: createUndo(peer.doc, place), story: createStoryUndo(peer.doc, place) }
  stacks.story.addTrackedOrigin(EDITOR)
  const followed = restoreUndo(peer.doc, stacks, parseStoredUndo(stored, at.now))
  return { ...peer, at, stacks, store: () => structuredClone(followed.read(at.now)) }
}

/** A device whose plan has a goal by somebody else. */
export const openWithGoal = () => {
  const [mine, other] = createPair()
  const goal = addGoal(other.doc, { title: 'Naar buiten' }, other.randomness)
  meet(mine, other)
  return { device: openDevice(mine), other, goal }
}

/** Loads rows of the device's copy into another document, under another clientID, as after a reload or a crash. */
export const reload = (
  device: Device,
  client: number,
  {
    stored = device.store(),
    rows = [Y.encodeStateAsUpdate(device.doc)],
  }: { stored?: unknown; rows?: Uint8Array[] } = {},
): Device => {
  const peer = createPeer(client)
  const end = protectDeleted(peer.doc, parseStoredUndo(stored, device.at.now))
  peer.doc.transact(() => rows.forEach((row) => Y.applyUpdate(peer.doc, row)))
  end()
  device.doc.destroy()
  return openDevice(peer, stored, device.at)
}
