/**
 * The keys of all epochs that a person can read, opened from the chain's boxes (PROTOCOL.md §3). A bad box, commitment or
 * previous key makes no record invalid (R2): the ring reports its author, and the next epoch repairs it.
 */
import { type Chain, currentEpoch, type Epoch } from '#shared/chain/chain.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { GrowingMap } from '#shared/chain/growing-map.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { openBox } from './boxes.ts'
import {
  commitmentTo,
  deriveEpochKeys,
  type EpochKeys,
  type EpochSecret,
  keepsCommitment,
  openPrevious,
} from './content-keys.ts'
import type { KeyHolder } from './key-holder.ts'

/** Keys by epoch number; `faults` name the authors of what did not open. */
export type KeyRing = {
  readonly keys: GrowingMap<number, EpochKeys>
  readonly faults: readonly { readonly epoch: number; readonly author: PersonId }[]
}
export const EMPTY_RING: KeyRing = { keys: GrowingMap.of(), faults: [] }

const faulty = (ring: KeyRing, epoch: number, author: PersonId): KeyRing =>
  ring.faults.some((fault) => fault.epoch === epoch) ? ring : { ...ring, faults: [...ring.faults, { epoch, author }] }

const openOwnBox = async (
  chain: Chain,
  holder: KeyHolder,
): Promise<{ epoch: Epoch; secret: EpochSecret } | { fault: Epoch } | null> => {
  const placed = chain.boxes.get(holder.id)
  const epoch = placed && chain.epochs[placed.epoch]
  if (placed === undefined || epoch === undefined) return null
  const place = { workspace: chain.workspace, record: placed.record, epoch: placed.epoch, recipient: holder.id }
  const secret = await openBox(holder.boxKeys, place, placed.box)
  return secret !== null && keepsCommitment(secret, epoch.commitment)
    ? { epoch, secret }
    : { fault: { ...epoch, author: placed.author } }
}

/** Usually the previous epoch; an earlier one when the epoch in between could be opened by nobody. */
const committedTo = (chain: Chain, epoch: Epoch, secret: EpochSecret): Epoch | undefined => {
  const commitment = commitmentTo(secret) // once: a flood of epochs must not cost each of them a hash for every other
  return chain.epochs.findLast((each) => each.number < epoch.number && equalBytes(each.commitment, commitment))
}

/** A relay may have shown me another log, whose epochs had the same numbers (C3): a key from that log opens nothing here. */
const withoutForeign = (ring: KeyRing, { number, commitment }: Epoch): KeyRing => {
  const held = ring.keys.get(number)
  if (held === undefined || keepsCommitment(held.secret, commitment)) return ring
  return { ...ring, keys: GrowingMap.of([...ring.keys].filter(([epoch]) => epoch !== number)) }
}

/**
 * Opens what the ring lacks: my newest box, then the sealed previous keys backwards. To be called with every epoch's chain.
 */
export const extendKeyRing = async (known: KeyRing, chain: Chain, holder: KeyHolder): Promise<KeyRing> => {
  const ring = withoutForeign(known, currentEpoch(chain))
  if (ring.keys.has(currentEpoch(chain).number)) return ring
  const opened = await openOwnBox(chain, holder)
  if (opened === null) return ring
  if ('fault' in opened) return faulty(ring, opened.fault.number, opened.fault.author)
  const fresh = new Map<number, EpochKeys>()
  const withFresh = (): KeyRing => ({ ...ring, keys: ring.keys.with(fresh) })
  let { epoch, secret } = opened
  fresh.set(epoch.number, await deriveEpochKeys(secret, chain.workspace))
  // Checked even when I have the previous key: a sealed key that does not open would cut off newcomers, and only members
  // can tell.
  while (epoch.sealedPrevious !== null) {
    const previous = await openPrevious(secret, chain.workspace, epoch.number, epoch.sealedPrevious)
    const before = previous && committedTo(chain, epoch, previous)
    if (!before) return faulty(withFresh(), epoch.number, epoch.author)
    if (ring.keys.has(before.number)) break
    fresh.set(before.number, await deriveEpochKeys(previous, chain.workspace))
    epoch = before
    secret = previous
  }
  return withFresh()
}

/** The current epoch's keys; `null` when they could not be opened. */
export const currentKeys = (ring: KeyRing, chain: Chain): EpochKeys | null =>
  ring.keys.get(currentEpoch(chain).number) ?? null

/** The newest secret in this ring, to which a repairing epoch is linked. */
export const newestSecret = (ring: KeyRing): EpochSecret | null =>
  ring.keys.get(Math.max(...ring.keys.keys()))?.secret ?? null
