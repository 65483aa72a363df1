/** Peers' presence for the editor: the same events, but only states that peers.ts could parse, and a bounded number. */
import type { Awareness } from 'y-protocols/awareness'
import { parsePeer, type PeerState, type Writer } from './peers.ts'

/** A codesign group has 15 people; one hostile member could announce thousands of cursors. */
const MOST_CARETS = 40

/** The parts of an awareness that the caret extension and y-tiptap use. */
export type SafeAwareness = Pick<Awareness, 'getLocalState' | 'setLocalStateField' | 'on' | 'off'> & {
  readonly states: Map<number, PeerState>
  getStates(): Map<number, PeerState>
}

/** `ownerAt`: the owner of a clientID, by the relay's stamp and the derivation. A peer's own claims are ignored. */
export const toSafeAwareness = (awareness: Awareness, ownerAt: (client: number) => Writer | null): SafeAwareness => {
  const getStates = () => {
    const read = [...awareness.getStates()].map(
      ([client, state]) => [client, parsePeer(state, ownerAt(client))] as const,
    )
    return new Map(
      read.filter((entry): entry is readonly [number, PeerState] => entry[1] !== null).slice(0, MOST_CARETS),
    )
  }
  return {
    get states() {
      return getStates()
    },
    getStates,
    getLocalState: () => awareness.getLocalState(),
    setLocalStateField: (field, value) => awareness.setLocalStateField(field, value),
    on: awareness.on.bind(awareness),
    off: awareness.off.bind(awareness),
  }
}
