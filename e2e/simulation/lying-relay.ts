/** A relay that lies: about what it keeps, what it was given, and what it sends to whom. `becomeHonest` undoes it. */
import { decodeRecord } from '#shared/chain/records.ts'
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { eraseItem, itemKind } from '#shared/protocol/log.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import type { ToDevice, Wire } from '../testing/network.ts'
import { copyStore, PAGE } from './relays.ts'
import { count } from './tally.ts'
import { type World } from './world.ts'

/** `false`: there was nothing to lie about. */
type Lie = (world: World, wire: Wire) => Promise<boolean> | boolean

const tell = (wire: Wire, ...frames: readonly RelayFrame[]): boolean => {
  wire.tamper((messages) => [...messages, { bytes: encodeRelayFrames(frames) }])
  return true
}
/** Only with this many messages in transit. */
const shuffle =
  (least: number, change: (messages: readonly ToDevice[]) => readonly ToDevice[]): Lie =>
  (_, wire) =>
    wire.tamper((messages) => (messages.length < least ? messages : change(messages)))
const headOf = async ({ relays, workspace }: World): Promise<number> => (await relays.store().head(workspace))?.seq ?? 0
const hangUp =
  (code: number): Lie =>
  (_, wire) =>
    wire.tamper((messages) => [...messages, { close: code }])
const isAppend = (message: Uint8Array): boolean =>
  decodeAppFrames(message)?.some((frame) => frame.type === 'append') ?? false

/** Lies to one device. */
const TO_ONE: Readonly<Record<string, Lie>> = {
  'drops a message': shuffle(1, ([, ...rest]) => rest),
  'repeats a message': shuffle(1, (messages) => [...messages.slice(0, 1), ...messages]),
  'tells in another order': shuffle(2, ([first, second, ...rest]) =>
    [second, first, ...rest].flatMap((each) => each ?? []),
  ),
  'withholds the tail': shuffle(1, () => []),
  'says committed to nothing': async (world, wire) =>
    tell(wire, { type: 'committed', seq: world.chance.number(1, (await headOf(world)) + 2), receivedAt: Date.now() }),
  'says committed and keeps nothing': async (world, wire) =>
    wire.swallow(isAppend) && tell(wire, { type: 'committed', seq: (await headOf(world)) + 1, receivedAt: Date.now() }),
  'lies about head, hash and clock': async (world, wire) =>
    tell(wire, {
      type: 'live',
      head: world.chance.number(0, (await headOf(world)) + 3),
      logHash: world.chance.bytes(16),
      now: world.chance.number(0, 2 ** 31),
    }),
  'refuses for no reason': ({ chance }, wire) =>
    tell(wire, {
      type: 'refused',
      reason: chance.pick(['invalid', 'stale', 'not-allowed', 'relay-full'] as const) ?? 'stale',
    }),
  'says 4409 for no reason': hangUp(CLOSE.logDiffers),
  'says 4401 for no reason': hangUp(CLOSE.unknown),
}

/** Lies in the log itself. */
const TO_ALL: Readonly<Record<string, Lie>> = {
  'rolls its log back': async (world) => {
    const head = await headOf(world)
    const lost = world.chance.happens(0.1) ? head : world.chance.number(1, 8)
    await world.replaceStore(await copyStore(world.relays.store(), world.workspace, Math.max(0, head - lost)))
    return true
  },
  'shows two people two logs': async (world) => {
    const { devices, chance, relays, workspace } = world
    const apart = new Set(devices.filter(() => chance.happens(0.5)).map(({ name }) => name))
    if (apart.size === 0) return false
    relays.fork(await copyStore(relays.store(), workspace, await headOf(world)), apart)
    world.resetWires()
    return true
  },
  'erases an entry': async (world) => {
    const items = await world.relays.store().read(world.workspace, { ...PAGE, after: 0 })
    const hidden = world.chance.pick(items.filter(({ bytes }) => itemKind(bytes) === 'entry'))
    if (hidden === undefined) return false
    world.hidden.set(hidden.seq, hidden.bytes)
    const hide = (item: Uint8Array<ArrayBuffer>, seq: number) => (seq === hidden.seq ? eraseItem(item) : item)
    await world.replaceStore(await copyStore(world.relays.store(), world.workspace, Infinity, hide))
    return true
  },
}

export const LIES: readonly string[] = [...Object.keys(TO_ONE), ...Object.keys(TO_ALL)].map((lie) => `relay: ${lie}`)

/** Only with messages in transit, which is rare: the rarest come first. */
const RARE: readonly string[] = [
  'tells in another order',
  'says committed and keeps nothing',
  'repeats a message',
  'drops a message',
  'withholds the tail',
]

/** Lies that may be told now: the first with something to lie about is chosen. */
const chooseLies = ({ chance }: World): readonly (readonly [string, Lie | undefined])[] => {
  if (chance.happens(0.5)) return RARE.slice(chance.number(0, RARE.length - 1)).map((name) => [name, TO_ONE[name]])
  const lies = chance.happens(0.5) ? TO_ALL : TO_ONE
  const name = chance.pick(Object.keys(lies)) ?? ''
  return [[name, lies[name]]]
}

export const tellLie = async (world: World): Promise<void> => {
  const wires = world.network.wires()
  const busiestFirst = wires.toSorted((a, b) => b.pending() - a.pending())
  const wire = world.chance.happens(0.5) ? busiestFirst[0] : world.chance.pick(wires)
  if (wire === undefined) return
  for (const [name, lie] of chooseLies(world))
    for (const each of new Set([wire, ...busiestFirst])) {
      if (!(await lie?.(world, each))) continue
      world.lied.add(name)
      return count(world.tally, `relay: ${name}`)
    }
}

/** A full disk may have refused some in the middle: later ones then have no predecessor. */
const withoutGap = (records: readonly StoredRecord[]): readonly Uint8Array[] => {
  const byNumber = new Map(records.map(({ bytes }) => [decodeRecord(bytes)?.number, bytes]))
  const chained: Uint8Array[] = []
  for (let next = byNumber.get(0); next !== undefined; next = byNumber.get(chained.length)) chained.push(next)
  return chained
}

/** Honest from here on: one log for all, and nothing hidden. What it lost stays lost. */
export const becomeHonest = async (world: World): Promise<void> => {
  const { relays, hidden } = world
  relays.fork(null, new Set())
  const uncover = (item: Uint8Array<ArrayBuffer>, seq: number) => {
    const whole = hidden.get(seq)
    return whole !== undefined && itemKind(item) === 'erased' ? whole : item
  }
  await world.replaceStore(await copyStore(relays.store(), world.workspace, Infinity, uncover))
  for (const { name, disk } of world.devices)
    world.knownRecords.set(name, withoutGap((await disk.store.load()).records))
}
