/** How a plan is saved and shared, in words (product.md, rule 5). Pure: sharing in, words out. */
import type { PlanCopy } from '#copy/languages.ts'
import type { RefusalReason, Sharing, StorageFailure } from '#ports/open-plan.ts'

export type SharingWords = {
  /** Changes with the state, not with the shown time: announcements depend on it. */
  readonly kind: 'saving' | 'not-saved' | 'stopped' | 'checking' | Sharing['shared']['name']
  readonly tone: 'good' | 'waiting' | 'attention'
  /** One or two statements, side by side. */
  readonly short: readonly string[]
  /** One more sentence, where there is room. */
  readonly long: string
}

export const toSharingWords = (copy: PlanCopy, sharing: Sharing, now: number): SharingWords => {
  const failure = saveFailureOf(sharing)
  if (failure !== null) {
    return {
      kind: 'not-saved',
      tone: 'attention',
      short: [copy.sharing.notSaved, ...elsewhere(copy, sharing, now)],
      long: copy.sharing.saveFailed[failure].text,
    }
  }
  if (sharing.saved === 'saving')
    return { kind: 'saving', tone: 'waiting', short: [copy.sharing.saving], long: offlineOr(copy, sharing, '') }
  const refusal = refusalOf(sharing)
  if (refusal !== null) {
    return {
      kind: 'stopped',
      tone: 'attention',
      // While the relay has no room, sending is retried.
      short: [copy.sharing.saved, refusal === 'relay-full' ? copy.sharing.notShared : copy.sharing.stopped],
      long: copy.sharing.refused[refusal].text,
    }
  }
  if (sharing.checking === true) {
    return {
      kind: 'checking',
      tone: 'waiting',
      short: [copy.sharing.saved, copy.sharing.checking],
      long: copy.sharing.explain.checking,
    }
  }
  const explanation = copy.sharing.explain[sharing.shared.name]
  switch (sharing.shared.name) {
    case 'shared':
      return {
        kind: 'shared',
        tone: 'good',
        short: [copy.sharing.saved, copy.sharing.sharedAt(sharing.shared.at, now)],
        long: offlineOr(copy, sharing, explanation),
      }
    case 'sharing':
      return {
        kind: 'sharing',
        tone: 'waiting',
        short: [copy.sharing.saved, copy.sharing.sharing],
        long: offlineOr(copy, sharing, explanation),
      }
    case 'not-shared-yet':
      return {
        kind: 'not-shared-yet',
        tone: 'waiting',
        short: [copy.sharing.saved, copy.sharing.notShared],
        long: explanation,
      }
    case 'kept':
      return {
        kind: 'kept',
        tone: 'good',
        short: [copy.sharing.saved, copy.sharing.kept],
        long: offlineOr(copy, sharing, explanation),
      }
    case 'keeping':
      return { kind: 'keeping', tone: 'waiting', short: [copy.sharing.saved, copy.sharing.keeping], long: explanation }
    case 'practice':
      return { kind: 'practice', tone: 'good', short: [explanation], long: explanation }
    case 'only-here':
      return {
        kind: 'only-here',
        tone: 'waiting',
        short: [copy.sharing.saved, copy.sharing.onlyHere],
        long: explanation,
      }
  }
}

/** Where this device keeps nothing, the one question left is whether closing it loses words. */
const elsewhere = (copy: PlanCopy, { shared }: Sharing, now: number): readonly string[] => {
  switch (shared.name) {
    case 'practice':
      return []
    case 'shared':
      return [copy.sharing.sharedAt(shared.at, now)]
    case 'kept':
      return [copy.sharing.kept]
    case 'sharing':
    case 'keeping':
    case 'not-shared-yet':
    case 'only-here':
      return [copy.sharing.notShared]
  }
}

export const saveFailureOf = (sharing: Sharing): StorageFailure | null =>
  typeof sharing.saved === 'object' ? sharing.saved.failed : null

export const refusalOf = (sharing: Sharing): RefusalReason | null =>
  typeof sharing.connection === 'object' ? sharing.connection.refused : null

/** An unreachable relay is no alarm: work goes on. */
const offlineOr = (copy: PlanCopy, sharing: Sharing, otherwise: string): string =>
  sharing.connection === 'offline' ? copy.sharing.offline : otherwise
