/** What must hold: at any moment, and once everything has healed. Each failure is a sentence. */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { digestOf } from '#sync/doc-digest.ts'
import { TYPED } from './people.ts'
import { contentOf, createLogReader, type World } from './world.ts'

const fail = (what: string): never => {
  throw new Error(what)
}

/** C1: what a device shows as shared is in the relay's log. And nobody ever lied, so nobody may be alarmed. */
export const checkPromises = async (world: World): Promise<void> => {
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
  if (world.errors.length > 0) throw world.errors[0]
  const [alarm] = world.alarms
  if (alarm !== undefined) fail(`Nobody lied, but there is an alarm: ${JSON.stringify(alarm)}.`)
}

const hasWord = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(TYPED)

export const checkSettled = async (world: World): Promise<void> => {
  await checkPromises(world)
  const log = await createLogReader(world)() // as somebody does who comes new
  Y.applyUpdate(world.oracle, Y.encodeStateAsUpdate(log.doc))
  const expected = contentOf(world.oracle)
  if (contentOf(log.doc) !== expected) fail('Something that was durable on a device is not in the log.')
  if (log.skipped.length > 0) fail(`Honest entries were skipped: ${JSON.stringify(log.skipped)}.`)
  const digest = digestOf(log.doc)
  for (const device of world.devices) {
    const running = device.running() ?? fail(`${device.name} is off.`)
    if (contentOf(running.doc) !== expected) fail(`${device.name} shows something else than the log holds.`)
    if (!equalBytes(digestOf(running.doc), digest))
      fail(`${device.name} holds something else, although it looks the same.`)
    const chain = running.session.state().chain
    if (chain === null || !equalBytes(chain.hash, log.follower.state.chain?.hash ?? new Uint8Array()))
      fail(`${device.name} has another chain.`)
    const again = new Y.Doc()
    for (const row of device.disk.rows()) Y.applyUpdate(again, row)
    if (contentOf(again) !== expected) fail(`${device.name} would show something else after a restart.`)
  }
  if (log.bytes.some(hasWord)) fail('The relay can read a word.')
}
