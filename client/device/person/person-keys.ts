/**
 * The persons of this device: the one that it is, and those that it was before, as whom their plans stay open. The only
 * module that reads their secrets.
 */
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { readKeyCard, toKeyCard, toKeyCardUrl } from '#keys/key-card.ts'
import { deriveKeyHolder, type KeyHolder, type Secret } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import type { KeyCard } from '#ports/own-keys.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { Kept } from '#storage/failure.ts'
import type { Environment } from '#sync/environment.ts'
import type { BackupKeys } from '../backup/backup-keys.ts'

export type PersonKeys = BackupKeys & {
  /** The person as whom a plan was opened; `null`: the person of this device. */
  of(person: PersonId | null): Promise<KeyHolder>
  /** The home's id of a person that this device was before; `null`: their secret is gone. */
  homeOf(person: PersonId): Promise<WorkspaceId | null>
  card(appUrl: string): Promise<KeyCard>
  /** The person so far keeps their plans. */
  become(secret: Secret): Promise<Kept>
  /** A new secret for this person, to which their plans are to move. */
  renew(): Promise<Kept>
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at])

export const createPersonKeys = (database: DeviceDatabase, environment: Environment): PersonKeys => {
  /** Deriving takes a while, and each opened plan asks. By secret, because another tab may have changed the person. */
  let last: { readonly secret: Secret; readonly holder: Promise<KeyHolder> } | null = null
  const derive = (secret: Secret): Promise<KeyHolder> => {
    if (last !== null && isEqual(last.secret, secret)) return last.holder
    const holder = deriveKeyHolder(secret)
    last = { secret, holder }
    holder.catch(() => (last = null))
    return holder
  }
  /** Created on first use, and read back before anything depends on it. */
  const readSecret = async (): Promise<Secret> => {
    const candidate = environment.randomBytes(SECRET_BYTES)
    const known = await database.readPersonSecret()
    const kept = known === null ? await database.keepPersonSecret(candidate) : ({ ok: true, secret: known } as const)
    if (!kept.ok) throw new Error(`The person's secret could not be kept: ${kept.reason}.`)
    return new Uint8Array(kept.secret)
  }
  const current = async (): Promise<KeyHolder> => derive(await readSecret())
  return {
    async of(person) {
      const earlier = person === null ? null : await database.readEarlierSecret(person)
      return earlier === null ? current() : deriveKeyHolder(new Uint8Array(earlier))
    },
    home: async () => deriveHome(await readSecret()),
    async homeOf(person) {
      const secret = await database.readEarlierSecret(person)
      return secret === null ? null : (await deriveHome(new Uint8Array(secret))).id
    },
    async card(appUrl) {
      const secret = await readSecret()
      return { characters: toKeyCard(secret), url: toKeyCardUrl(appUrl, secret) }
    },
    readCard: readKeyCard,
    isMine: async (secret) => isEqual(secret, await readSecret()),
    async become(secret) {
      const { id } = await current()
      return database.changePerson(secret, id)
    },
    secret: readSecret,
    async earlier(person) {
      const secret = await database.readEarlierSecret(person)
      return secret === null ? null : new Uint8Array(secret)
    },
    keepEarlier: async (secret) => database.keepEarlierSecret((await deriveKeyHolder(secret)).id, secret),
    async renew() {
      const secret = environment.randomBytes(SECRET_BYTES)
      const [{ id }, { id: movesTo }] = [await current(), await deriveKeyHolder(secret)]
      return database.changePerson(secret, id, { movesTo })
    },
  }
}
