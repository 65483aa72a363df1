/** The crypto effects on WebCrypto. Each answers when it is done; its ticket decides whether the answer still counts. */
import { extendChain } from '#shared/chain/extend.ts'
import { helloBytesToSign } from '#shared/protocol/app-frames.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { extendKeyRing } from '#keys/key-ring.ts'
import { makeEpoch } from '#keys/make-records.ts'
import { openPreview } from '../checkpoint/preview.ts'
import type { Environment } from '../environment.ts'
import { openEntry, sealEntry } from '../log/sealing.ts'
import { openPresence, sealPresence } from '../presence/presence.ts'
import type { CryptoEffect } from './machine/effects.ts'
import type { AnswerEvent } from './machine/events.ts'
import type { MakeRecord } from './make-record.ts'

/** Given to makers of records that take no key. */
const NO_SECRET = new Uint8Array(0)

export type CryptoContext = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  /** The relay's origin, which every hello is signed for. */
  readonly origin: string
  readonly environment: Pick<Environment, 'randomBytes' | 'report'>
  /** The maker of this request's record. */
  maker(request: number): MakeRecord
  makingFailed(request: number, error: unknown): void
}

/** Rejects only on a bug. */
export const answerCrypto = async (context: CryptoContext, effect: CryptoEffect): Promise<AnswerEvent> => {
  const { workspace, holder, environment } = context
  const { ticket } = effect
  switch (effect.type) {
    case 'sign-hello': {
      const signature = await holder.sign(helloBytesToSign(context.origin, effect.nonce, effect.hello))
      return { type: 'hello-signed', ticket, signature }
    }
    case 'open-entries': {
      const { items, chain, ring } = effect
      const results = await Promise.all(items.map((bytes) => openEntry(bytes, chain, ring)))
      return { type: 'entries-opened', ticket, results }
    }
    case 'check-record': {
      const result = await extendChain(effect.chain, effect.bytes)
      const isOurs = result.ok && result.record.workspace === workspace
      const ring = isOurs ? await extendKeyRing(effect.ring, result.chain, holder) : effect.ring
      return { type: 'record-checked', ticket, result, ring }
    }
    case 'seal-entry': {
      const { keys, header, content } = effect
      const bytes = await sealEntry(holder, keys, header, content, environment.randomBytes)
      return { type: 'entry-sealed', ticket, bytes }
    }
    case 'make-record':
      try {
        const bytes = await context.maker(effect.request)(effect.chain, effect.secret ?? NO_SECRET)
        return { type: 'record-made', ticket, bytes }
      } catch (error) {
        context.makingFailed(effect.request, error)
        return { type: 'record-not-made', ticket }
      }
    case 'make-epoch':
      try {
        const { chain, secret } = effect
        const ended = { endedPersons: [], endedInvitations: effect.ended.map(({ locator }) => locator) }
        const bytes = await makeEpoch(chain, holder, secret, ended, environment.randomBytes)
        return { type: 'record-made', ticket, bytes }
      } catch (error) {
        environment.report(error)
        return { type: 'record-not-made', ticket }
      }
    case 'seal-presence': {
      const { keys, epoch, salt, update } = effect
      const place = { workspace, epoch, author: holder.id }
      const sealed = await sealPresence(keys, place, salt, update, environment.randomBytes)
      return { type: 'presence-sealed', ticket, sealed }
    }
    case 'open-presence': {
      const opened = await openPresence(effect.keys, effect.place, effect.sealed)
      return { type: 'presence-opened', ticket, opened }
    }
    case 'open-checkpoint': {
      const opened = await openPreview(workspace, holder, effect.items, effect.before, effect.ring)
      return { type: 'checkpoint-opened', ticket, opened }
    }
  }
}
