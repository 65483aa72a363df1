/** What was before this device's journal comes from the relay when asked for, beside the open plan, and stays. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { History, OpenPlan, ReadingOlder } from '#ports/open-plan.ts'
import { DEVICE, planOf, read, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'

type Fixtures = {
  /** A plan on screen whose journal begins after its first words, as on a device of the release before. */
  late: {
    readonly plan: OpenPlan
    share(words: string): Promise<void>
    history(): Promise<History>
    ask(): ReadingOlder
    close(): Promise<void>
  }
}

const test = base.extend<Fixtures>({
  late: async ({ app, room }, use) => {
    const handle = app.device.openPlan(await app.device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' }))
    const plan = await planOf(room, handle)
    await room.until(() => plan.sharing().connection === 'online')
    const share = async (words: string): Promise<void> => {
      write(plan.doc, words)
      window.dispatchEvent(new Event('pagehide')) // the batch leaves now
      await room.pass(2_000)
    }
    await share('Eerst.')
    await share('Toen.')
    await room.during(plan.history())
    const journal = app.database.journalStore(plan.id)
    const end = (await journal.load())?.end
    if (end === undefined) throw new Error('No journal.')
    await journal.begin({ place: end, at: 7, document: Y.encodeStateAsUpdate(plan.doc) })
    await share('Nu.')
    await use({
      plan,
      share,
      history: () => room.during(plan.history()),
      ask: () => plan.readOlder(() => {}),
      close: () => handle.close(),
    })
    await room.during(handle.close())
  },
})

const sentencesOf = async (history: History): Promise<readonly string[]> =>
  (await history.page(history.entries)).lines.map(({ act, thing }) => `${act} ${thing.kind}`)

test('all of it comes, the open plan is as it was, and history goes on', async ({ room, late }) => {
  const { plan } = late
  expect(await late.history()).toMatchObject({ entries: 1, beginsAt: 7 })
  const before = Y.encodeStateAsUpdate(plan.doc)
  expect(await room.during(late.ask().outcome)).toBe('read')
  expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(before)
  const history = await late.history()
  expect(history).toMatchObject({ beginsAt: 'start', full: false })
  expect(history.entries).toBeGreaterThan(2)
  expect(await room.during(sentencesOf(history))).toContain('wrote story')
  await late.share('Later.')
  expect((await late.history()).entries).toBe(history.entries + 1)
  expect(read(plan.doc)).toBe('Eerst. Toen. Nu. Later.')
})

test('without a connection, and when somebody stops it, nothing changes', async ({ room, late }) => {
  const stopped = late.ask()
  stopped.cancel()
  expect(await room.during(stopped.outcome)).toBe('cancelled')
  room.network.setOffline(DEVICE, true)
  expect(await room.during(late.ask().outcome)).toBe('offline')
  expect(await late.history()).toMatchObject({ entries: 1, beginsAt: 7 })
})

test('closing the plan stops it', async ({ room, late }) => {
  const reading = late.ask()
  await room.during(late.close())
  expect(await reading.outcome).toBe('cancelled')
})
