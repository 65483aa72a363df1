/** The maker of a record: a callback from the code that requests one. */
import type { Chain } from '#shared/chain/chain.ts'
import type { EpochSecret } from '#keys/content-keys.ts'

/** Makes a record for the chain as it stands when its turn comes; `null` when it makes no sense any more. */
export type MakeRecord = (chain: Chain, secret: EpochSecret) => Promise<Uint8Array<ArrayBuffer> | null>

/** The same, of a record that takes no key. */
export type MakeKeyless = (chain: Chain) => Promise<Uint8Array<ArrayBuffer> | null>
