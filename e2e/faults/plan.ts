/** People of one plan, each with the app's own sync code: begun at a real relay, joined by real invitations. */
import { openInvitations, type Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { locatorOf } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { makeInvite, makeJoin, makeRoot, type RandomBytes } from '#keys/make-records.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import { openVisit } from '#sync/invitation/visit-invitation.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { createNodeEnvironment } from './node-environment.ts'
import { type Kept, openPerson, type Person, type PersonOptions } from './person.ts'
import { createWatch, type Watch } from './watch.ts'

export type Plan = {
  readonly workspace: WorkspaceId
  readonly relay: RelayAddress
  /** The first is the founder and owner; the others are editors. */
  readonly people: readonly Person[]
  readonly watch: Watch
  /** An additional device of somebody, new or as it was left. Not one of `people`. */
  openDevice(holder: KeyHolder, change?: Partial<PersonOptions>): Promise<Person>
  leave(): Promise<void>
}
export type PlanOptions = Pick<PersonOptions, 'pace' | 'random'> & {
  readonly relay: RelayAddress
  readonly names: readonly string[]
}

const HOUR_MS = 3_600_000
const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const newHolder = (): Promise<KeyHolder> => deriveKeyHolder(randomBytes(SECRET_BYTES))

/** The relay must run. Resolves when all have joined, and the key has been renewed (R4). */
export const beginPlan = async ({ relay, names, ...world }: PlanOptions): Promise<Plan> => {
  const watch = createWatch()
  const founder = await newHolder()
  const root = await makeRoot(founder, 'plan', randomBytes)
  const begun = await extendChain(null, root)
  if (!begun.ok) throw new Error(begun.reason)
  const { workspace } = begun.chain
  const open = (name: string, holder: KeyHolder, kept?: Kept): Promise<Person> =>
    openPerson({
      ...world,
      name,
      holder,
      workspace,
      relay,
      moved: watch.moved,
      ...(kept === undefined ? {} : { kept }),
    })

  const [first = 'owner', ...others] = names
  const store = createMemorySyncStore()
  await store.addRecords([{ seq: UNNUMBERED, bytes: root }])
  const owner = await open(first, founder, { store, document: Uint8Array.of(0, 0) })
  const people = [owner]
  const failures: unknown[] = []
  await watch.until(owner.isOnline, `${first} comes in`)

  for (const name of others) {
    const secret = randomBytes(SECRET_BYTES)
    const [invitation, holder, locator] = [await deriveKeyHolder(secret), await newHolder(), locatorOf(secret)]
    const terms = { locator, role: 'editor', inviterBecomes: 'same' } as const
    const invited = await owner.session.append((chain, key) =>
      makeInvite(chain, founder, invitation, key, { ...terms, expiresAt: owner.session.relayNow() + HOUR_MS }),
    )
    const environment = createNodeEnvironment({ origin: relay.origin, report: (error) => void failures.push(error) })
    const join = (chain: Chain) => makeJoin(chain, holder, invitation, locator)
    const visit = await openVisit({ relay, environment, workspace, locator, invitation }).join(join)
    if (!visit.ok)
      throw new Error(`${name} was invited (${invited}), and cannot join: ${visit.reason}. ${failures.join()}`)
    const joined = createMemorySyncStore()
    await joined.addRecords(visit.records)
    people.push(await open(name, holder, { store: joined, document: Uint8Array.of(0, 0) }))
  }
  const isRekeyed = ({ session }: Person): boolean => {
    const { chain } = session.state()
    return (
      chain !== null && chain.members.size === names.length && !chain.rekeyDue && openInvitations(chain).length === 0
    )
  }
  await watch.until(
    () => people.every((person) => person.isSettled() && isRekeyed(person)),
    () =>
      `all are in: ${people.map((person) => `${person.name} ${JSON.stringify(person.session.state().connection)}`).join(', ')}`,
  )
  return {
    workspace,
    relay,
    people,
    watch,
    openDevice: (holder, change) =>
      openPerson({ ...world, name: 'another device', holder, workspace, relay, moved: watch.moved, ...change }),
    async leave() {
      for (const person of people) await person.leave()
    },
  }
}
