import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, entry, follow, PLAN, ROOT } from '../../testing/postgres-stores.ts'
import { openPostgresStore } from './open-postgres.ts'

const { asSuperuser, connect, empty, endSessions, followers, open, openWith, url, waitingForLock, start } =
  createTestDatabase(onTestFinished)
beforeAll(start)
const eventually = (check: () => unknown) => expect.poll(check, { interval: 5 })

/** The locks of listening connections: also of other tests' that have just ended. */
const listening = () => asSuperuser("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2")

describe('notifications', () => {
  test('items arrive by NOTIFY alone, and by polling alone', async () => {
    await empty()
    const [hearing, looking, silent] = [openWith(), openWith({ pollMs: 10 }), openWith({ notify: () => {} })]
    const [ringing] = [await open()]
    await ringing.append([ROOT])
    const [heard, seen] = [await follow(hearing), await follow(looking)]
    await eventually(followers).toHaveLength(2) // and so nothing is found by following
    await eventually(listening).toHaveLength(4) // nor by beginning to listen
    await silent.append([entry(1)])
    await eventually(() => seen).toEqual([2])
    expect(heard).toEqual([])
    await eventually(async () => {
      await ringing.append([entry(2)]) // until the listening connection is open
      return heard.length
    }).toBeGreaterThan(0)
  })

  test('a dropped listening connection is restored, and everything missed is delivered', async () => {
    await empty()
    const [store, other] = [openWith(), await open()]
    await other.append([ROOT])
    const told = await follow(store)
    for (const round of [1, 2]) {
      await endSessions("application_name = 'weef listening'")
      await other.append([entry(round)])
      await eventually(() => told.at(-1)).toBe(1 + round)
    }
  })
})

describe('followers', () => {
  /** A writer that hears of nothing by itself, and how many notifications it has sent. */
  const begun = async () => {
    await empty()
    const [writer, ear] = [openWith(), await connect()]
    let heard = 0
    ear.on('notification', () => (heard += 1))
    await ear.query('LISTEN weef')
    await writer.append([ROOT])
    await eventually(listening).not.toHaveLength(0)
    return { writer, heard: () => heard }
  }

  test('[P5] nobody is notified of what no other process follows', async () => {
    const { writer, heard } = await begun()
    await follow(writer)
    await eventually(followers).toHaveLength(1)
    await writer.append([entry(1)])
    const told = await follow(openWith())
    await eventually(followers).toHaveLength(2)
    await eventually(async () => {
      await writer.append([entry(2)]) // until the new one listens
      return told.length
    }).toBeGreaterThan(0)
    const { seq } = (await writer.head(PLAN)) ?? { seq: 0 }
    await eventually(() => told.at(-1)).toBe(seq)
    expect(heard()).toBeLessThanOrEqual(seq - 2)
    expect(heard()).toBeGreaterThan(0)
  })

  test('[P6] an append that waits for a mark sees it, in one statement and in the long way', async () => {
    const { writer, heard } = await begun()
    const marking = await connect()
    for (const [round, item] of [Uint8Array.of(1, 1), Uint8Array.of(0, 1)].entries()) {
      await asSuperuser("UPDATE workspaces SET followers = '{}'")
      await marking.query('BEGIN')
      await marking.query('UPDATE workspaces SET followers = ARRAY[77]')
      const appended = writer.append([{ ...entry(0), items: [item] }])
      await eventually(waitingForLock).toHaveLength(1)
      await marking.query('COMMIT')
      expect(await appended).toMatchObject([{ ok: true }])
      await eventually(heard).toBe(round + 1)
    }
  })

  test('[P6] a mark that waits for an append finds what it appended, without a notification', async () => {
    const { heard } = await begun()
    const appending = await connect()
    await appending.query('BEGIN')
    await appending.query('UPDATE workspaces SET head = 2, size = 4')
    await appending.query("INSERT INTO items SELECT number, 2, 1, 0, '\\x00', '\\x0101' FROM workspaces")
    const told = await follow(openWith())
    await eventually(waitingForLock).toHaveLength(1)
    await appending.query('COMMIT')
    await eventually(() => told).toEqual([2])
    expect(heard()).toBe(0)
  })

  test('[P7] the mark of a process that has ended is dropped where it costs notifications, and by whoever follows', async () => {
    const { writer } = await begun()
    await asSuperuser("UPDATE workspaces SET followers = '{77}'")
    await follow(writer)
    await eventually(followers).toHaveLength(1)
    const looking = openWith({ pollMs: 10 })
    const ending = await openPostgresStore(url())
    await follow(looking)
    await follow(ending)
    await eventually(followers).toHaveLength(3)
    await ending.close()
    await looking.append([entry(1)])
    await eventually(followers).toHaveLength(2)
  })

  test('[P7] who no longer follows takes its mark away, and who follows again has it', async () => {
    await begun()
    const store = openWith({ pollMs: 10 })
    const options = { reached: () => ({ seq: 1, logHash: new Uint8Array(32), lastRecord: 0, bytes: 2 }), onForeignAppend: () => {}, onPresence: () => {} } // prettier-ignore
    for (let round = 0; round < 3; round += 1) {
      const stop = store.subscribe(PLAN, options)
      await eventually(followers).toHaveLength(1)
      stop()
      await eventually(followers).toEqual([])
    }
  })

  test('[P8] a listening connection that is made anew marks anew, also behind a process that drops the mark', async () => {
    await begun()
    await follow(openWith())
    await eventually(followers).toHaveLength(1)
    const dropping = await connect()
    await dropping.query('BEGIN')
    await dropping.query("UPDATE workspaces SET followers = '{}'")
    await endSessions("application_name = 'weef listening'")
    await eventually(waitingForLock).toHaveLength(1)
    await dropping.query('COMMIT')
    await eventually(followers).toHaveLength(1)
  })

  test('[P8] a mark that is gone, as of a workspace that was erased and begun anew, is found missing', async () => {
    const { writer } = await begun()
    await follow(openWith({ pollMs: 10 }))
    await eventually(followers).toHaveLength(1)
    await asSuperuser('DELETE FROM workspaces')
    expect(await writer.append([entry(1)])).toEqual([{ ok: false, reason: 'moved' }])
    await writer.append([ROOT])
    await eventually(followers).toHaveLength(1)
  })
})
