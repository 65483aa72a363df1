/** Invariants after everything has healed. Each failure is a sentence. */
import type * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { digestOf } from '#sync/document/doc-digest.ts'
import type { Alarm } from '#sync/log/follower.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import { fail, type Judge } from './judge.ts'
import type { Person } from './person.ts'
import type { Plan } from './plan.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Settled = {
  /** Sent items that are in the log, but whose author was never told. */
  readonly unacknowledged: number
  /** Sent items that are not in the log: their content was sent again in another item. */
  readonly sentAgain: number
}

const say = (alarm: Alarm): string => JSON.stringify({ ...alarm, item: undefined })

const checkPerson = ({ name, told, alarms, errors, session }: Person): void => {
  if (told.wrong.length > 0) fail(`${name} was told wrong: ${told.wrong.join(' ')}`)
  if (alarms.length > 0) fail(`${name} was alarmed: ${alarms.map(say).join(', ')}.`)
  if (errors.length > 0) throw errors[0]
  const { connection } = session.state()
  if (connection !== 'online') fail(`${name} is ${JSON.stringify(connection)}.`)
}

const checkWords = (doc: Y.Doc, written: readonly string[]): void => {
  const found = doc.getArray<string>('words').toArray()
  const known = new Set(found)
  const lost = written.filter((word) => !known.has(word))
  if (lost.length > 0) fail(`Lost: ${lost.join(', ')}.`)
  if (found.length !== written.length) fail(`Some words are there twice: ${found.length}, not ${written.length}.`)
}

/** A relay's whole log, as a new device receives it. */
const readLog = async (plan: Plan, relay: RelayAddress): Promise<readonly Bytes[]> => {
  const [owner] = plan.people
  const name = `a new device at ${relay.url}`
  const newcomer = await plan.openDevice(owner?.holder ?? fail('Nobody is there.'), { relay, name })
  await plan.watch.until(newcomer.isSettled, `${name} comes in`)
  checkPerson(newcomer)
  await newcomer.leave()
  const { log } = newcomer.told
  return Array.from({ length: log.size }, (_, index) => log.get(index + 1) ?? fail(`${name} never heard ${index + 1}.`))
}

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Whether they have received equally much. */
const hasAll = ({ told }: Person, people: readonly Person[]): boolean =>
  people.every((other) => other.told.log.size === told.log.size)

const describe = ({ people }: Plan): string =>
  people
    .map(({ name, session, told }) => {
      const { connection, dirty } = session.state()
      return `${name} ${JSON.stringify(connection)}${dirty ? ', with something to share' : ''}, at ${told.log.size}`
    })
    .join('; ')

/**
 * To be called when nobody writes any more, and the relays run. Nothing acknowledged or shown as shared is missing; every
 * word is everywhere, once; every relay at `addresses` has the same log, without gaps.
 */
export const checkSettled = async (
  plan: Plan,
  judge: Judge,
  written: readonly string[],
  addresses: readonly RelayAddress[] = [plan.relay],
): Promise<Settled> => {
  const { people, watch } = plan
  const areSettled = (): boolean => people.every((person) => person.isSettled() && hasAll(person, people))
  await watch.until(areSettled, () => `all is shared. ${describe(plan)}`)
  for (const relay of addresses) await judge.read(await readLog(plan, relay))
  judge.checkPromises(people)
  const digest = digestOf(judge.doc)
  for (const person of people) {
    checkPerson(person)
    checkWords(person.doc, written)
    if (!equalBytes(digestOf(person.doc), digest)) fail(`${person.name} shows something else than the log holds.`)
  }
  const kept = new Set(judge.items.map(keyOf))
  const sent = people.flatMap(({ told }) => told.sent.map(keyOf))
  const acknowledged = new Set(people.flatMap(({ told }) => [...told.acknowledged.values()].map(keyOf)))
  return {
    unacknowledged: sent.filter((item) => kept.has(item) && !acknowledged.has(item)).length,
    sentAgain: sent.filter((item) => !kept.has(item)).length,
  }
}
