/** Invariants: at any moment, and after everything has healed. Each failure is a sentence. */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { decodeEntry } from '#shared/protocol/entries.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { digestOf } from '#sync/document/doc-digest.ts'
import { readMyDetails } from '#domain/home/my-details.ts'
import { readMyPlans } from '#domain/home/my-plans.ts'
import { readNotes } from '#domain/home/notes.ts'
import type { Alarm } from '#sync/log/follower.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import type { Session } from '#sync/session/session.ts'
import { hasUnshared } from '#sync/document/snapshot.ts'
import { SQUAT } from './hostile/presence.ts'
import type { SimulatedDevice } from './device.ts'
import { goneFrom, openedByGone } from './leaving.ts'
import { openedByOldLink } from './links.ts'
import { TYPED } from './people.ts'
import { createLogReader, type ReadLog, type Skipped } from './log-reader.ts'
import { count } from './tally.ts'
import { contentOf, type RaisedAlarm, type World } from './world.ts'

const NOTHING = new Uint8Array(0)

const fail = (what: string): never => {
  throw new Error(what)
}

/** C1: what a device shows as shared is in the relay's log. While nobody lies, there is no alarm. */
export const checkPromises = async (world: World): Promise<void> => {
  if (world.errors.length > 0) throw world.errors[0]
  checkAlarms(world)
  if (world.lied.size > 0) return
  const { follower, doc } = await world.readLog()
  for (const device of world.devices) {
    const running = device.running()
    if (running === null || running.session.state().dirty) continue
    const { clientID } = running.doc
    const mine = Y.getState(running.doc.store, clientID)
    if (mine > (follower.state.clocks.get(clientID) ?? 0))
      fail(`${device.name} says "shared", but the log lacks its text.`)
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    fail('The log holds text that waits for text that is not there.')
}

const refusalOf = (device: SimulatedDevice): string | null => {
  const connection = device.running()?.session.state().connection
  return typeof connection === 'object' ? connection.refused : null
}
/** The device reports that the relay's log differs from its own, and asks. */
export const isTold = (device: SimulatedDevice): boolean =>
  ['log-differs', 'unknown', 'removed'].includes(refusalOf(device) ?? '')
/** The relay's frames made no sense to the device: reopening the app continues. */
export const isAtLoss = (device: SimulatedDevice): boolean =>
  ['outdated-app', 'damaged'].includes(refusalOf(device) ?? '')
/**
 * What the relay lost exists nowhere any more, or only with a reader, or two devices have different logs: the device
 * reports it, and keeps its copy.
 */
export const isCutOff = (device: SimulatedDevice): boolean =>
  ['forked', 'unknown', 'removed', 'read-only'].includes(refusalOf(device) ?? '')

/** Its person takes no part any more: the relay says so, or a record. Nothing more arrives, and nothing leaves. */
export const hasGone = (device: SimulatedDevice): boolean => refusalOf(device) === 'removed'

/** While the relay is honest, exactly those are cut off who were removed or left. They keep what they wrote, and open nothing later. */
const checkGone = async (world: World, log: ReadLog): Promise<void> => {
  const gone = goneFrom(log)
  for (const device of world.devices) {
    if (world.lied.size === 0 && hasGone(device) !== gone.has(device.person.id))
      fail(`${device.name} says that its person takes ${hasGone(device) ? 'no ' : ''}part, and the log says otherwise.`)
    if (!gone.has(device.person.id)) continue
    const opened = await openedByGone(device, log, world)
    if (opened !== null) fail(`Whoever went opens epoch ${opened}, as ${device.name}.`)
  }
}

/**
 * An alarm is raised if and only if its member lied. When a relay repeats an entry out of place, no device can know whose
 * fault it is.
 */
const checkAlarms = ({ alarms, hostile, smuggled, lied }: World): void => {
  if (lied.size > 0) return // by the relay: every device that was shown another log may accuse authors who saw the true one
  const isWrong = ({ alarm }: RaisedAlarm): boolean => {
    if (alarm.kind === 'skipped' && smuggled.has(alarm.seq)) return false
    const author = 'author' in alarm ? alarm.author : null
    return author === null ? hostile === null : author !== hostile?.person.id
  }
  const wrong = alarms.find(isWrong)
  if (wrong !== undefined) fail(`Somebody is accused who did not lie: ${JSON.stringify(wrong).slice(0, 300)}.`)
}

/**
 * Entries that do not count are only the hostile member's, and none that passed the relay's checks. Honest ones are signed.
 * Two tabs of one device may send the same entry, and the second does not count.
 */
const checkSkipped = ({ hostile, smuggled, inTwoTabs }: World, skipped: readonly Skipped[]): void => {
  const isHonest = ({ author, seq }: Skipped): boolean =>
    hostile === null || (author !== null && author !== hostile.person.id && !smuggled.has(seq))
  const honest = skipped.filter(
    (each) => isHonest(each) && !(each.blameless && each.author !== null && inTwoTabs.has(each.author)),
  )
  if (honest.length > 0) fail(`Honest entries were skipped: ${JSON.stringify(honest)}.`)
  for (const [at, rule] of smuggled)
    if (rule.startsWith('E') && !skipped.some(({ seq }) => seq === at))
      fail(`The entry at ${at} counts, against ${rule}.`)
}

/**
 * [E2] Every device that read a lie about records raised an alarm: all of them know the records, but not the log hashes
 * from before their start.
 */
const checkAlarmed = ({ devices, alarms }: World, told: readonly Alarm[], { bytes, follower }: ReadLog): void => {
  const { recordHashes } = follower.state
  for (const alarm of told) {
    const record = alarm.kind === 'other-log' ? decodeEntry(bytes[alarm.seq - 1] ?? NOTHING)?.header.lastRecord : null
    if (!record || equalBytes(record.hash, shortHash(recordHashes[record.number] ?? NOTHING))) continue
    for (const { name } of devices.filter((device) => !hasGone(device)))
      if (!alarms.some((each) => each.device === name && each.alarm.kind === 'other-log'))
        fail(`${name} was not told of the lie at ${JSON.stringify(alarm)}.`)
  }
}

/** Nothing of hers is shown under a clientID that is not hers. */
const checkPresence = ({ hostile }: World, { awareness, personAt }: Session): void => {
  for (const [client, state] of awareness.getStates())
    if (JSON.stringify(state).includes(SQUAT) && personAt(client) !== hostile?.person.id)
      fail(`Her presence is shown as that of ${personAt(client)}.`)
}

const hasWord = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(TYPED)

/** Everything written on these devices, merged with the log. */
const oracleOf = ({ written }: World, devices: readonly SimulatedDevice[], log: Y.Doc): Y.Doc => {
  const oracle = new Y.Doc()
  for (const { name } of devices) for (const update of written.get(name) ?? []) Y.applyUpdate(oracle, update)
  Y.applyUpdate(oracle, Y.encodeStateAsUpdate(log))
  return oracle
}

/** A cut-off device still has what its person wrote, and everything that it ever shared. */
const checkCutOff = (world: World, device: SimulatedDevice, { follower }: ReadLog): void => {
  count(world.tally, `C3: cut off, ${refusalOf(device)}`)
  const { doc } = device.running() ?? fail(`${device.name} is off.`)
  if (refusalOf(device) === 'read-only' && !hasUnshared(doc, [], follower.state))
    fail(`${device.name} says that something cannot be shared, and all is.`)
  const before = contentOf(doc)
  if (contentOf(oracleOf(world, [device], doc)) !== before) fail(`${device.name} has lost what was written on it.`)
}

/** [C3] A relay that lost records has them again, byte for byte, if a member had them. */
const checkKnownRecords = ({ knownRecords }: World, { name }: SimulatedDevice, log: ReadLog): void => {
  for (const record of knownRecords.get(name) ?? [])
    if (!log.bytes.some((item) => equalBytes(item, record))) fail(`A record that ${name} had is not in the log.`)
}

/**
 * Nothing that was in an accepted entry is unreachable by history: the journal says what the log says, item by item, and its
 * base holds what came before. A journal that begins behind a gap claims only what follows.
 */
const checkJournal = async (world: World, { name, person, disk }: SimulatedDevice, log: ReadLog): Promise<void> => {
  const journal = await disk.journal.load()
  if (journal === null) return fail(`${name} has no history.`)
  const { base, entries, end } = journal
  const { seq } = log.follower.state
  // A tab that had lost the plan wrote last: what it knew, and no hole. The rest is read from the relay when asked for.
  if (end.number < seq && world.inTwoTabs.has(person.id)) count(world.tally, 'history: ends with an older tab')
  else if (end.number !== seq) return fail(`${name} has history up to ${end.number}, and the log goes to ${seq}.`)
  const there = new Map(entries.map((entry) => [entry.seq, entry]))
  for (const entry of log.entries) {
    if (entry.seq <= base.place.number || entry.seq > end.number) continue
    const kept = there.get(entry.seq)
    if (kept === undefined) fail(`${name} lacks entry ${entry.seq} in its history.`)
    else if (kept.author !== entry.author || !equalBytes(kept.update, entry.update))
      fail(`${name} has another entry ${entry.seq} in its history.`)
    there.delete(entry.seq)
  }
  if (there.size > 0) fail(`${name} has history that is not in the log: ${[...there.keys()].join(', ')}.`)
  const replayed = new Y.Doc()
  keepRedundantMarks(replayed)
  if (base.document !== null) Y.applyUpdate(replayed, base.document)
  for (const { update } of entries) Y.applyUpdate(replayed, update)
  if (end.number === seq && contentOf(replayed) !== contentOf(log.doc))
    fail(`${name} has history that leads somewhere else.`)
  count(world.tally, base.place.number === 0 ? 'history: all of the log' : 'history: from a later place on')
}

/** [H1] Two devices of one person show the same of their home: details, titles, what was seen, notes. */
const checkHome = ({ devices, tally }: World): void => {
  const shown = devices.map((device) => {
    const doc = device.running()?.doc
    return doc && JSON.stringify([readMyDetails(doc), readMyPlans(doc), readNotes(doc, 0)])
  })
  if (new Set(shown).size > 1) fail('Two devices of one person show different homes.')
  if (shown.length > 1) count(tally, 'home: two devices read the same')
}

const checkTogether = async (world: World, devices: readonly SimulatedDevice[], log: ReadLog): Promise<void> => {
  const expected = contentOf(oracleOf(world, devices, log.doc))
  if (contentOf(log.doc) !== expected) fail('Something that was durable on a device is not in the log.')
  const digest = digestOf(log.doc)
  if (world.isHome) checkHome(world)
  for (const device of devices) {
    const running = device.running() ?? fail(`${device.name} is off.`)
    if (contentOf(running.doc) !== expected) fail(`${device.name} shows something else than the log holds.`)
    if (!equalBytes(digestOf(running.doc), digest))
      fail(`${device.name} holds something else, although it looks the same.`)
    const chain = running.session.state().chain
    if (chain === null || !equalBytes(chain.hash, log.follower.state.chain?.hash ?? NOTHING))
      fail(`${device.name} has another chain.`)
    checkKnownRecords(world, device, log)
    checkPresence(world, running.session)
    await checkJournal(world, device, log)
    const again = new Y.Doc()
    for (const row of device.disk.rows()) Y.applyUpdate(again, row)
    if (contentOf(again) !== expected) fail(`${device.name} would show something else after a restart.`)
  }
}

export const checkSettled = async (world: World): Promise<void> => {
  await checkPromises(world)
  const told: Alarm[] = []
  const reader = world.devices[0]?.person ?? fail('Nobody is there.')
  const log = await createLogReader(world, reader, (alarm) => told.push(alarm))() // as a new device does
  for (const device of world.devices) await device.write()
  if (world.lied.size === 0) {
    checkSkipped(world, log.skipped)
    checkAlarmed(world, told, log)
  }
  const opened = await openedByOldLink(world.links, log, world.tally)
  if (opened !== null) fail(`A link that is over opens epoch ${opened}.`)
  await checkGone(world, log)
  const cutOff = world.devices.filter((device) => isCutOff(device) && !world.emptied.has(device.name))
  for (const device of cutOff) checkCutOff(world, device, log)
  const hasMissingText = world.devices.some(
    (device) => (device.running()?.session.state().missingFromLog.length ?? 0) > 0,
  )
  if (hasMissingText) count(world.tally, 'C3: what somebody who is cut off wrote stays where it is')
  if (hasMissingText) for (const device of world.devices) checkCutOff(world, device, log)
  else
    await checkTogether(
      world,
      world.devices.filter((device) => !isCutOff(device)),
      log,
    )
  if (log.bytes.some(hasWord)) fail('The relay can read a word.')
}
