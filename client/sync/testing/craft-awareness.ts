/** y-protocols' awareness updates written by hand, with true or false claims. */
import * as encoding from 'lib0/encoding'

export type CraftedState = { readonly client: number; readonly clock?: number; readonly json: string }

export const craftAwareness = (...states: readonly CraftedState[]): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const { client, clock = 1, json } of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  }) as Uint8Array<ArrayBuffer>
