/** What a backup needs of the persons of this device; person-keys.ts has it. Types only. */
import type { PersonId } from '#shared/protocol/ids.ts'
import type { HomeWorkspace } from '#keys/home-workspace.ts'
import type { CardReading } from '#keys/key-card.ts'
import type { Secret } from '#keys/key-holder.ts'
import type { Kept } from '#storage/failure.ts'

export type BackupKeys = {
  readCard(text: string): CardReading
  /** Of the person of this device. */
  home(): Promise<HomeWorkspace>
  isMine(secret: Secret): Promise<boolean>
  /** Of the person of this device. */
  secret(): Promise<Secret>
  /** Of a person that this device was before. */
  earlier(person: PersonId): Promise<Secret | null>
  /** Makes a person one that this device was before, whose plans can then be opened here. */
  keepEarlier(secret: Secret): Promise<Kept>
}
