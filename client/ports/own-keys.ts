/** The person of this device and their key card, for screens: text only, since the form of a card is up to keys. Types only. */
import type { CardFault } from '#keys/key-card.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { StorageFailure } from '#storage/failure.ts'

export type { CardFault } from '#keys/key-card.ts'

export type KeyCard = {
  /** Seven groups of four. */
  readonly characters: string
  /** The address that its QR code holds. */
  readonly url: string
}

/**
 * What a card would make of this device. `free`: it has no plans yet. `same`: its person already. `other`: another person's,
 * whose plans would stay that person's.
 */
export type CardCheck =
  | { readonly ok: true; readonly device: 'free' | 'same' | 'other' }
  | { readonly ok: false; readonly fault: CardFault }

/** `no-plans`: the relay answered that it knows no plan of this card. Whatever the reason, nothing has changed. */
export type CardTaken =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: StorageFailure | 'no-plans' | 'not-a-card' }

/** Why plans do not come now; they come by themselves later. */
export type RestoreTrouble = 'offline' | 'busy' | 'outdated-app'

/** Plans that come back after a card. */
export type RestoreState =
  | { readonly name: 'none' }
  /** The relay is asked which plans there are. */
  | { readonly name: 'listing'; readonly trouble: RestoreTrouble | null }
  | {
      readonly name: 'fetching'
      readonly ready: number
      readonly total: number
      readonly trouble: RestoreTrouble | null
    }
  /** `refused`: plans that the relay named and does not give. */
  | { readonly name: 'done'; readonly total: number; readonly refused: number }

type MovedPlan = { readonly id: WorkspaceId; readonly title: string }
/** Plans that neither card opens for this person now. `elsewhere`: some of them moved to another new card, which was first. */
type StayedPlans = { readonly stayed: readonly MovedPlan[]; readonly elsewhere: boolean }

/** Plans that move to a new card, one after another and by themselves. */
export type NewCardState =
  | { readonly name: 'none' }
  | ({
      readonly name: 'moving'
      readonly ready: number
      readonly total: number
      /** Only the earlier card opens these. */
      readonly waiting: readonly MovedPlan[]
      readonly trouble: RestoreTrouble | null
    } & StayedPlans)
  | ({ readonly name: 'done'; readonly total: number } & StayedPlans)

/** Whatever the reason, nothing has changed. */
export type CardRenewed = { readonly ok: true } | { readonly ok: false; readonly reason: StorageFailure }
