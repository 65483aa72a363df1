/** What one workspace gives to one commit: a run of entries, or one record. */
import type { Chain } from '#shared/chain/chain.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { AppendRequest } from '../storage/store.ts'
import type { AppendReply } from './item-stream.ts'
import type { Writer } from './judge.ts'
import { membershipChangeOf } from './membership-changes.ts'

export type Append = {
  readonly writer: Writer
  readonly item: Uint8Array<ArrayBuffer>
  /** Refused before it was judged, but answered in order. */
  readonly refusal: Refusal | null
  readonly author: { answer(answer: AppendReply): void }
}
export type Judged = { readonly append: Append; readonly refusal: Refusal | null }
/** Either a run of entries or one record, with the replies that are owed. */
export type Batch = { readonly judged: readonly Judged[]; readonly chain: Chain; readonly request: AppendRequest }

/** `now` in ms: when the relay received them. */
export const toBatch = (judged: readonly Judged[], before: Chain, after: Chain, now: number): Batch => {
  const items = judged.filter(({ refusal }) => refusal === null).map(({ append }) => append.item)
  const { workspace, number: expectedRecord } = before
  const request = { workspace, expectedRecord, receivedAt: now, items, ...membershipChangeOf(before, after) }
  return { judged, chain: after, request }
}
