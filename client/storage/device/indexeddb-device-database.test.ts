import 'fake-indexeddb/auto'
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fillDisk } from '#testing/full-disk.ts'
import { describeDeviceDatabase, LOCATOR, PLAN, planRow } from './device-database.contract.ts'
import type { WholeDatabase } from './device-database.ts'
import { StorageError } from '../failure.ts'
import { openDeviceDatabase } from './indexeddb-device-database.ts'
import { withPlanStores } from './plan-stores.ts'
import { describeNoticeStore, noticeRow } from '../notices/notice-store.contract.ts'
import { describeSyncStore } from '../sync/sync-store.contract.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const openDevice = async (): Promise<WholeDatabase> => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  return withPlanStores(opened.database)
}

/** The database, opened outside the app's own code. */
const openRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('weef')
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
const putRaw = async (rows: readonly (readonly [store: string, key: IDBValidKey, value: unknown])[]): Promise<void> => {
  const database = await openRaw()
  const transaction = database.transaction(
    rows.map(([store]) => store),
    'readwrite',
  )
  for (const [store, key, value] of rows) transaction.objectStore(store).put(value, key)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  database.close()
}

describeDeviceDatabase('indexeddb', openDevice)

describeSyncStore('indexeddb', async () => {
  const device = await openDevice()
  return {
    store: device.syncStore(PLAN),
    async reopen() {
      device.close()
      return (await openDevice()).syncStore(PLAN)
    },
  }
})

describeNoticeStore('indexeddb', async () => {
  const device = await openDevice()
  return {
    store: device.noticeStore(PLAN),
    async reopen() {
      device.close()
      return (await openDevice()).noticeStore(PLAN)
    },
  }
})

test('a device of the first release keeps all data, and gains the store of notices', async () => {
  const request = indexedDB.open('weef', 1)
  request.addEventListener('upgradeneeded', () => {
    for (const store of ['person', 'settings', 'plans', 'invitations', 'records', 'cursors', 'salts'])
      request.result.createObjectStore(store)
  })
  await new Promise((resolve) => request.addEventListener('success', resolve))
  request.result.close()
  const secret = new Uint8Array(16).fill(7)
  await putRaw([
    ['person', 'secret', secret],
    ['plans', PLAN, planRow()],
    ['records', [PLAN, 1], Uint8Array.of(1)],
  ])
  const device = await openDevice()
  expect([await device.readPersonSecret(), await device.readPlans()]).toEqual([secret, [planRow()]])
  expect((await device.syncStore(PLAN).load()).records).toHaveLength(1)
  expect(await device.noticeStore(PLAN).save([noticeRow()], new Map())).toEqual({ ok: true })
  expect(await device.noticeStore(PLAN).load()).toEqual([noticeRow()])
})

describe('a device without working storage', () => {
  test('a browser without IndexedDB gives a reason, not an exception', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await openDeviceDatabase()).toEqual({ ok: false, reason: 'unavailable' })
  })

  test('a database that refuses to open gives a reason', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(await openDeviceDatabase()).toEqual({ ok: false, reason: 'unavailable' })
  })

  test('a database of a newer app is left alone', async () => {
    const request = indexedDB.open('weef', 99)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(await openDeviceDatabase()).toEqual({ ok: false, reason: 'outdated-app' })
  })

  test('a database that another tab keeps open in another version gives a reason', async () => {
    const held = indexedDB.open('weef', 1)
    await new Promise((resolve) => held.addEventListener('success', resolve)) // this connection never closes
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => open(name, 2))
    expect(await openDeviceDatabase()).toEqual({ ok: false, reason: 'blocked' })
  })

  test('a full disk is reported, and earlier data stays', async () => {
    const device = await openDevice()
    await device.savePlan(planRow())
    fillDisk()
    expect(await device.savePlan(planRow({ title: 'Later' }))).toEqual({ ok: false, reason: 'full' })
    expect(await device.keepPersonSecret(new Uint8Array(16))).toEqual({ ok: false, reason: 'full' })
    await expect(device.syncStore(PLAN).addSalt(Uint8Array.of(1))).rejects.toMatchObject({ reason: 'full' })
    await expect(device.syncStore(PLAN).saveCursor(Uint8Array.of(1))).rejects.toBeInstanceOf(StorageError)
    vi.restoreAllMocks()
    expect((await device.readPlans()).map(({ title }) => title)).toEqual(['Mijn plan'])
  })

  test('a secret that a private mode accepted and did not store is not relied on', async () => {
    const device = await openDevice()
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore) {
      return this.count('nothing') as unknown as IDBRequest
    })
    expect(await device.keepPersonSecret(new Uint8Array(16).fill(7))).toEqual({ ok: false, reason: 'unavailable' })
  })
})

describe('a lost connection', () => {
  const openWithConnection = async () => {
    const connections: IDBDatabase[] = []
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => connections.push(request.result))
      return request
    })
    return { device: await openDevice(), connections }
  }

  test('is reopened at the next use after the browser closed it in the background (iOS)', async () => {
    const { device, connections } = await openWithConnection()
    await device.savePlan(planRow())
    forceCloseDatabase(connections[0] as unknown as typeof IDBDatabase)
    expect(await device.readPlans()).toHaveLength(1)
    expect(connections).toHaveLength(2)
  })

  test('is reopened after a close without an event', async () => {
    const { device, connections } = await openWithConnection()
    connections[0]!.close()
    expect(await device.savePlan(planRow())).toEqual({ ok: true })
    expect(connections).toHaveLength(2)
  })

  test('is closed when another tab forgets this device', async () => {
    const device = await openDevice()
    await device.savePlan(planRow())
    const request = indexedDB.deleteDatabase('weef')
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(await device.readPlans()).toEqual([])
  })
})

describe('stored data is outside input', () => {
  test('a row with bad fields is still a plan; a row without a valid key is left out and stays stored', async () => {
    const device = await openDevice()
    await putRaw([
      [
        'plans',
        PLAN,
        {
          title: 7,
          people: [{ name: 'Ines', colour: 9 }],
          archived: 'no',
          openedAt: -1,
          unshared: null,
          seen: [1],
          news: [{}],
          agenda: 7,
        },
      ],
      ['plans', 'no workspace', planRow()],
    ])
    expect(await device.readPlans()).toEqual([
      planRow({
        title: '',
        circle: null,
        people: [],
        archived: false,
        openedAt: 0,
        forWhom: 'joined',
        unshared: true,
        seen: null,
        news: [],
        agenda: undefined,
      }),
    ])
    const rows = await openRaw()
    const request = rows.transaction('plans').objectStore('plans').count()
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(request.result).toBe(2)
  })

  test.each([null, 'text', 7, [], new Date(0)])('a plan whose row is %j is still a plan', async (value) => {
    const device = await openDevice()
    await putRaw([['plans', PLAN, value]])
    expect((await device.readPlans()).map(({ id }) => id)).toEqual([PLAN])
  })

  test('an invitation without a workspace, bad bytes and bad settings are left out', async () => {
    const device = await openDevice()
    await putRaw([
      ['invitations', LOCATOR, { kind: 'made', workspace: 'nowhere' }],
      ['settings', 'language', { nl: true }],
      ['person', 'secret', new Uint8Array(3)],
      ['records', [PLAN, 1], 'text'],
      ['records', [PLAN, 2], Uint8Array.of(2)],
      ['cursors', PLAN, 7],
      ['salts', PLAN, [Uint8Array.of(1), 'text']],
      ['notices', [PLAN, 'a'], { name: 'incomplete' }],
      ['notices', [PLAN, 'b'], { ...noticeRow(), at: Number.MAX_SAFE_INTEGER }],
      ['notices', [PLAN, 'c'], { ...noticeRow(), person: 'nobody', lost: 7, putAwayAt: 'x' }],
      ['noticeItems', [PLAN, 'c'], 'text'],
    ])
    expect(await device.noticeStore(PLAN).load()).toEqual([noticeRow({ id: 'c' })])
    expect((await device.noticeStore(PLAN).items()).size).toBe(0)
    expect(await device.readInvitations()).toEqual([])
    expect(await device.readSetting('language')).toBeNull()
    expect(await device.readPersonSecret()).toBeNull()
    expect(await device.syncStore(PLAN).load()).toEqual({
      records: [{ seq: 2, bytes: Uint8Array.of(2) }],
      cursor: null,
      salts: [Uint8Array.of(1)],
    })
  })
})
