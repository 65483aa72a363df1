/** The maker of a record: a callback of whatever wants one in the chain. */
import type { Chain } from '#shared/chain/chain.ts'
import type { EpochSecret } from '#keys/content-keys.ts'

/** Makes a record for the chain as it is when its turn comes. `null`: it makes no sense any more. */
export type MakeRecord = (chain: Chain, secret: EpochSecret) => Promise<Uint8Array<ArrayBuffer> | null>
