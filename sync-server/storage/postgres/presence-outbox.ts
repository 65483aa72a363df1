/** Presence for other processes: each person's last one only, as plain text in few messages, and bounded. Pure. */
import { fromBase64url } from '#shared/protocol/bytes.ts'
import { parsePersonId, parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_PRESENCE_BYTES } from '#shared/protocol/limits.ts'
import type { Presence } from '../store.ts'

/**
 * In characters: the payload of NOTIFY is limited to fewer than 8,000 bytes (manual: NOTIFY), and the sender's id is
 * prepended.
 */
const MAX_MESSAGE = 7_900
/** Messages at once: about 150 people who move at the same moment. Anybody left out is shown the next time. */
const MAX_MESSAGES = 8

export type AddressedPresence = { readonly workspace: WorkspaceId; readonly presence: Presence }
export type PresenceOutbox = {
  add(addressed: AddressedPresence): void
  /** Takes everything that waits, or as much as fits; the rest is dropped. */
  take(): readonly string[]
}

const encode = ({ workspace, presence: { author, epoch, sealed } }: AddressedPresence): string =>
  [workspace, author, epoch, Buffer.from(sealed).toString('base64url')].join('.')

const decode = (text: string): AddressedPresence | null => {
  const [id = '', person = '', number = '', bytes = '', ...more] = text.split('.')
  const [workspace, author, epoch] = [parseWorkspaceId(id), parsePersonId(person), Number(number)]
  const sealed = fromBase64url(bytes)
  if (workspace === null || author === null || sealed === null || sealed.length > MAX_PRESENCE_BYTES) return null
  return more.length === 0 && Number.isSafeInteger(epoch) ? { workspace, presence: { author, epoch, sealed } } : null
}

/** Unreadable parts are left out: another version may have sent them. */
export const readPresences = (message: string): readonly AddressedPresence[] =>
  message.split(',').flatMap((text) => decode(text) ?? [])

export const createPresenceOutbox = (): PresenceOutbox => {
  const waiting = new Map<string, string>()
  return {
    add: (addressed) => void waiting.set(`${addressed.workspace}/${addressed.presence.author}`, encode(addressed)),
    take: () => {
      const messages: string[] = []
      for (const text of waiting.values()) {
        const last = messages.at(-1)
        if (last !== undefined && last.length + 1 + text.length <= MAX_MESSAGE)
          messages.splice(-1, 1, `${last},${text}`)
        else if (messages.length < MAX_MESSAGES) messages.push(text)
      }
      waiting.clear()
      return messages
    },
  }
}
