import 'fake-indexeddb/auto'
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { fillDisk } from '#testing/full-disk.ts'
import { type LocalCopy, openLocalCopy, removeLocalCopy } from './local-copy.ts'
import { NAME, openCopy, read, storedText, write } from './testing/stored-copy.ts'

let connections: IDBDatabase[] = []

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  connections = []
  const open = indexedDB.open.bind(indexedDB)
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version)
    request.addEventListener('success', () => connections.push(request.result))
    return request
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const until = (copy: LocalCopy, wanted: string): Promise<void> =>
  new Promise((resolve) => {
    const check = () => {
      if (JSON.stringify(copy.state()) !== JSON.stringify(wanted)) return
      stop()
      resolve()
    }
    const stop = copy.onChange(check)
    check()
  })
describe('a copy', () => {
  test('is there again after the device starts', async () => {
    const { doc, copy } = await openCopy()
    expect(copy.state()).toBe('saved')
    write(doc, 'Ik woon hier')
    expect(copy.state()).toBe('saving')
    write(doc, ' twee jaar')
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    expect(await storedText()).toBe('Ik woon hier twee jaar')
  })

  test('reports each save', async () => {
    const { doc, copy } = await openCopy()
    const heard: unknown[] = []
    const stop = copy.onChange(() => heard.push(copy.state()))
    write(doc, 'a')
    await copy.flushed()
    write(doc, 'b')
    await copy.flushed()
    stop()
    write(doc, 'c')
    await copy.flushed()
    expect(heard).toEqual(['saving', 'saved', 'saving', 'saved'])
  })

  test('writes each edit at once, without waiting for an answer that a closing page would miss', async () => {
    const { doc, copy } = await openCopy()
    const added = vi.spyOn(IDBObjectStore.prototype, 'add')
    const kept = vi.spyOn(IDBTransaction.prototype, 'commit')
    write(doc, 'a')
    write(doc, 'b')
    expect([added.mock.calls.length, kept.mock.calls.length]).toEqual([2, 2])
    await copy.close()
    expect(await storedText()).toBe('ab')
  })

  test('killed between two writes has everything that was reported as saved', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'saved. ')
    await copy.flushed()
    write(doc, 'not yet.')
    connections.forEach((connection) => forceCloseDatabase(connection as unknown as typeof IDBDatabase))
    expect(await storedText()).toMatch(/^saved\. /)
  })

  test('holds the edits of two instances at once', async () => {
    const one = await openCopy()
    const two = await openCopy()
    write(one.doc, 'een ')
    write(two.doc, 'twee ')
    await Promise.all([one.copy.flushed(), two.copy.flushed()])
    await Promise.all([one.copy.close(), two.copy.close()])
    const text = await storedText()
    expect(text).toContain('een ')
    expect(text).toContain('twee ')
  })

  test('is gone when it is removed', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'weg')
    await copy.close()
    expect(await removeLocalCopy(NAME)).toEqual({ ok: true })
    expect(await storedText()).toBe('')
  })
})

describe('a full disk', () => {
  test('is reported without stopping the edit; everything is stored once there is room', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'voor ')
    await copy.flushed()
    fillDisk()
    write(doc, 'tijdens ')
    expect(await copy.flushed()).toEqual({ failed: 'full' })
    write(doc, 'nog ')
    expect(await copy.flushed()).toEqual({ failed: 'full' })
    expect(read(doc)).toBe('voor tijdens nog ')
    vi.restoreAllMocks()
    write(doc, 'na')
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    expect(await storedText()).toBe('voor tijdens nog na')
  })

  test('with room again at the end has everything stored then', async () => {
    const { doc, copy } = await openCopy()
    fillDisk()
    write(doc, 'tijdens')
    expect(await copy.flushed()).toEqual({ failed: 'full' })
    vi.restoreAllMocks()
    await copy.close()
    expect(await storedText()).toBe('tijdens')
  })

  test('that takes a small edit does not hide the large one that was lost', async () => {
    const { doc, copy } = await openCopy()
    fillDisk()
    write(doc, 'verloren ')
    vi.restoreAllMocks()
    write(doc, 'klein')
    expect(await copy.flushed()).toEqual({ failed: 'full' })
    copy.retry()
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    expect(await storedText()).toBe('verloren klein')
  })
})

describe('a lost database', () => {
  test('closed by the browser in the background (iOS), is reopened and everything is written', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'voor ')
    await copy.flushed()
    forceCloseDatabase(connections.at(-1) as unknown as typeof IDBDatabase)
    write(doc, 'na')
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    expect(await storedText()).toBe('voor na')
  })

  test('closed without an event, does not throw into the edit', async () => {
    const { doc, copy } = await openCopy()
    connections.at(-1)!.close()
    expect(() => write(doc, 'toch')).not.toThrow()
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    expect(await storedText()).toBe('toch')
  })

  test('lost during a write, repeats the write and reports no failure', async () => {
    const { doc, copy } = await openCopy()
    const heard: unknown[] = []
    copy.onChange(() => heard.push(copy.state()))
    write(doc, 'onderweg')
    forceCloseDatabase(connections.at(-1) as unknown as typeof IDBDatabase)
    expect(await copy.flushed()).toBe('saved')
    expect(heard.filter((state) => typeof state === 'object')).toEqual([])
    await copy.close()
    expect(await storedText()).toBe('onderweg')
  })

  test('gone for good, reports it, and is tried again with each edit without stopping it', async () => {
    const { doc, copy } = await openCopy()
    const failing = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError')
    })
    connections.at(-1)!.close()
    write(doc, 'a')
    expect(await copy.flushed()).toEqual({ failed: 'unavailable' })
    write(doc, 'b')
    expect(await copy.flushed()).toEqual({ failed: 'unavailable' })
    failing.mockRestore()
    write(doc, 'c')
    await until(copy, 'saved')
    await copy.close()
    expect(await storedText()).toBe('abc')
  })

  test('taken off the device by another tab, is not written back', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'weg')
    await copy.flushed()
    expect(await removeLocalCopy(NAME)).toEqual({ ok: true })
    write(doc, 'ermee')
    expect(await copy.flushed()).toEqual({ failed: 'unavailable' })
    expect(await storedText()).toBe('')
  })
})

describe('what undo keeps', () => {
  const heardBefore = async (doc = new Y.Doc()) => {
    let heard: unknown = 'nothing heard'
    let there = ''
    const before = (undo: unknown): void => {
      heard = undo
      there = read(doc)
    }
    const opened = await openLocalCopy(NAME, doc, { before })
    if (!opened.ok) throw new Error(opened.reason)
    await opened.copy.close()
    return { heard, there }
  }

  test('is heard before the document is there, and goes with it', async () => {
    const { doc, copy } = await openCopy()
    write(doc, 'Ik woon hier')
    copy.saveUndo({ version: 1, plan: [[1, 2, 3]] })
    expect(copy.state()).toBe('saving') // of the words, not of undo
    await copy.close()
    expect(await heardBefore()).toEqual({ heard: { version: 1, plan: [[1, 2, 3]] }, there: '' })
    await removeLocalCopy(NAME)
    expect((await heardBefore()).heard).toBe(undefined)
  })

  test('is worth no failure: what cannot be stored is left out', async () => {
    const { doc, copy } = await openCopy()
    copy.saveUndo(() => 'a function cannot be stored')
    write(doc, 'Ik woon hier')
    expect(await copy.flushed()).toBe('saved')
    await copy.close()
    copy.saveUndo({ version: 1 }) // the connection is closed
    expect((await heardBefore()).heard).toBe(undefined)
    expect(await storedText()).toBe('Ik woon hier')
  })
})
