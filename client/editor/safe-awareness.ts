/** The presence of others as the editor may see it: the same events, but only states that peers.ts could read, and not too many. */
import type { Awareness } from 'y-protocols/awareness'
import { parsePeer, type PeerState, type Writer } from './peers.ts'

/** A codesign group is 15 people; one member could announce thousands of cursors. */
const MOST_CARETS = 40

/** What the extension for carets and y-tiptap use of an awareness. */
export type SafeAwareness = Pick<Awareness, 'getLocalState' | 'setLocalStateField' | 'on' | 'off'> & {
  readonly states: Map<number, PeerState>
  getStates(): Map<number, PeerState>
}

/** `ownerAt`: whose clientID this is, as the relay's stamp and the derivation tell. What a peer calls itself is not looked at. */
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
