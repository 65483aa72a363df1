/** What must hold once everything has healed. Each failure is a sentence. */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { digestOf } from '#sync/doc-digest.ts'
import { createFollower } from '#sync/follower.ts'
import { startOfLog } from '#sync/log-state.ts'
import type { RelayAddress } from '#sync/connection.ts'
import { inspectUpdate } from '#sync/update.ts'
import type { Person } from './person.ts'
import type { Plan } from './plan.ts'

type Bytes = Uint8Array<ArrayBuffer>

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const fail = (what: string): never => {
  throw new Error(what)
}

/** All that a relay keeps, as a device hears it that comes new. */
const readLog = async (plan: Plan, relay: RelayAddress): Promise<readonly Bytes[]> => {
  const [owner] = plan.people
  const newcomer = await plan.openDevice(owner?.holder ?? fail('Nobody is there.'), {
    relay,
    name: `new at ${relay.url}`,
  })
  await plan.watch.until(newcomer.isSettled, `a new device comes in at ${relay.url}`)
  const { log } = newcomer.told
  checkPerson(newcomer)
  checkSame(newcomer, plan.people)
  await newcomer.leave()
  return Array.from(
    { length: log.size },
    (_, index) => log.get(index + 1) ?? fail(`The log at ${relay.url} lacks ${index + 1}.`),
  )
}

/** The log by the pure functions alone: all of it counts, and nothing in it is there twice. */
const judgeLog = async (plan: Plan, items: readonly Bytes[]) => {
  const holder = plan.people[0]?.holder ?? fail('Nobody is there.')
  const follower = createFollower(startOfLog(plan.workspace), holder, (alarm) => fail(`The log alarms: ${alarm.kind}.`))
  const doc = new Y.Doc()
  for (const [index, item] of items.entries()) {
    const clocks = new Map(follower.state.clocks)
    const consumed = await follower.consume(item)
    if (consumed.kind === 'skipped' || consumed.kind === 'stopped')
      fail(`Item ${index + 1} counts for nothing: ${consumed.reason}.`)
    if (consumed.kind !== 'entry') continue
    for (const [client, [first]] of inspectUpdate(consumed.update)?.structs ?? [])
      if (first?.id.clock !== (clocks.get(client) ?? 0)) fail(`Item ${index + 1} repeats what the log had.`)
    Y.applyUpdate(doc, consumed.update)
  }
  return { doc, clocks: follower.state.clocks }
}

const checkPerson = ({ name, told, alarms, errors, session }: Person): void => {
  if (told.wrong.length > 0) fail(`${name} was told wrong: ${told.wrong.join(' ')}`)
  if (alarms.length > 0) fail(`${name} was alarmed: ${alarms.map(({ kind }) => kind).join(', ')}.`)
  if (errors.length > 0) throw errors[0]
  const { connection } = session.state()
  if (connection !== 'online') fail(`${name} is ${JSON.stringify(connection)}.`)
}

const checkSame = (one: Person, people: readonly Person[]): void => {
  const digest = digestOf(one.doc)
  for (const other of people)
    if (!equalBytes(digestOf(other.doc), digest)) fail(`${other.name} and ${one.name} differ.`)
}

const checkWords = (doc: Y.Doc, written: readonly string[]): void => {
  const found = doc.getArray<string>('words').toArray()
  const lost = written.filter((word) => !found.includes(word))
  if (lost.length > 0) fail(`Lost: ${lost.join(', ')}.`)
  if (found.length !== written.length) fail(`Some words are there twice: ${found.length}, not ${written.length}.`)
}

export type Settled = {
  /** Sent items that are there, and whose author was never told so. */
  readonly unacknowledged: number
  /** Sent items that are not there: what was in them went with another one. */
  readonly sentAgain: number
}

/**
 * Nobody writes any more, and a relay runs. Nothing acknowledged or shown as shared is missing; every word is everywhere,
 * once; every relay at `addresses` has the same log, without gaps.
 */
export const checkSettled = async (
  plan: Plan,
  written: readonly string[],
  addresses: readonly RelayAddress[] = [plan.relay],
): Promise<Settled> => {
  const { people, watch } = plan
  await watch.until(
    () => people.every((person) => person.isSettled()) && people.every((person) => hasAll(person, people)),
    () =>
      `all is shared: ${people.map(({ name, session }) => `${name} ${JSON.stringify(session.state().connection)} ${session.state().dirty ? 'with something to share' : ''}`).join(', ')}`,
  )
  for (const person of people) {
    checkPerson(person)
    checkSame(person, people)
    checkWords(person.doc, written)
  }
  const [items = [], ...others] = await Promise.all(addresses.map((relay) => readLog(plan, relay)))
  for (const other of others)
    if (other.length !== items.length || other.some((item, index) => !equalBytes(item, items[index] ?? item)))
      fail('Two relays have two logs.')
  const log = await judgeLog(plan, items)
  for (const { name, told, shownAsShared, doc } of people) {
    if (!equalBytes(digestOf(doc), digestOf(log.doc))) fail(`${name} shows something else than the log holds.`)
    for (const [seq, item] of [...told.acknowledged, ...told.log])
      if (!equalBytes(item, items[seq - 1] ?? new Uint8Array(0)))
        fail(`${name} was told of ${seq}, and it is not there.`)
    for (const [client, clock] of shownAsShared)
      if ((log.clocks.get(client) ?? 0) < clock) fail(`${name} was shown as shared what is not there.`)
  }
  const kept = new Set(items.map(keyOf))
  const sent = people.flatMap(({ told }) => told.sent.map(keyOf))
  const acknowledged = new Set(people.flatMap(({ told }) => [...told.acknowledged.values()].map(keyOf)))
  return {
    unacknowledged: sent.filter((item) => kept.has(item) && !acknowledged.has(item)).length,
    sentAgain: sent.filter((item) => !kept.has(item)).length,
  }
}

/** As far as their state vectors say. */
const hasAll = ({ doc }: Person, people: readonly Person[]): boolean =>
  people.every((other) => Y.getState(doc.store, other.doc.clientID) === Y.getState(other.doc.store, other.doc.clientID))
