/** What a file can be that is no backup, or not any more: always one reason, and the device as it was. */
import { describe, expect } from 'vitest'
import * as Y from 'yjs'
import { flipsOf } from '#shared/golden/flips.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { BACKUP_CHUNK_BYTES, BACKUP_HEADER_BYTES, createBackupSealer, SEALED_CHUNK_BYTES } from '#keys/backup-seal.ts'
import { readKeyCard, toKeyCard } from '#keys/key-card.ts'
import type { BackupFault } from '#ports/backup.ts'
import { planRow } from '#storage/device/device-database.contract.ts'
import { storedRows } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { createBackupWriter, openBackupFile, type Section } from '#storage/backup/backup-file.ts'
import { ABOUT, encodeAbout, encodePlan, PLAN, type SavedPlan } from '#storage/backup/backup-sections.ts'
import './open-backup.ts'

const quiet = (): void => {}
const SECRET = new Uint8Array(16).fill(5)
const CARD = toKeyCard(SECRET)
const ID = toWorkspaceId(new Uint8Array(16).fill(7))
const ABOUT_ME = encodeAbout({ savedAt: 1_000, earlier: [], settings: new Map() })
const plan = (changes: Partial<SavedPlan> = {}): Section =>
  encodePlan({
    row: planRow({ id: ID }),
    document: Y.encodeStateAsUpdate(new Y.Doc()),
    records: [],
    salts: [],
    journal: null,
    invitations: [],
    cursor: null,
    ...changes,
  })
/** As somebody with the card, and ill will, could make it. */
const seal = async (...sections: readonly Section[]): Promise<Blob> => {
  const writer = createBackupWriter(await createBackupSealer(SECRET, new Uint8Array(32)))
  for (const section of sections) await writer.add(section)
  return writer.end()
}
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer())
const section = (kind: number, ...bytes: readonly number[]): Section => ({ kind, bytes: Uint8Array.from(bytes) })

const test = base.extend<{ refused: (file: Blob) => Promise<BackupFault | 'not-a-card' | null> }>({
  refused: async ({ app }, use) => {
    const before = await storedRows()
    await use(async (file) => {
      const opened = await app.device.openBackup(file, CARD, quiet)
      return opened.ok ? null : opened.reason
    })
    expect(await storedRows()).toEqual(before)
    expect(app.device.plans()).toEqual([])
  },
})

test('the file that the others are made of opens', async ({ refused }) => {
  expect(readKeyCard(CARD).ok).toBe(true)
  expect(await refused(await seal(ABOUT_ME, plan()))).toBeNull()
})

test('any byte changed, any length cut off, anything added: it does not open', async ({ refused }) => {
  const whole = await bytesOf(await seal(ABOUT_ME))
  const flips = flipsOf(whole).map(({ bytes }) => bytes)
  const cuts = Array.from(whole, (_byte, length) => whole.slice(0, length))
  const longer = [concatBytes(whole, Uint8Array.of(0)), concatBytes(whole, whole)]
  for (const bytes of [...flips, ...cuts, ...longer]) expect(await refused(new Blob([bytes]))).not.toBeNull()
})

test('a file of several chunks: none can be left out, moved, doubled or cut off', async ({ refused }) => {
  const large = plan({ document: Y.encodeStateAsUpdate(largeDoc()) })
  expect(large.bytes.length).toBeGreaterThan(2 * BACKUP_CHUNK_BYTES)
  const whole = await bytesOf(await seal(ABOUT_ME, large))
  expect(await refused(new Blob([whole]))).toBeNull()
  const header = whole.slice(0, BACKUP_HEADER_BYTES)
  const chunk = (number: number): Uint8Array<ArrayBuffer> =>
    whole.slice(
      BACKUP_HEADER_BYTES + number * SEALED_CHUNK_BYTES,
      BACKUP_HEADER_BYTES + (number + 1) * SEALED_CHUNK_BYTES,
    )
  const [first, second, third] = [chunk(0), chunk(1), chunk(2)]
  for (const parts of [
    [first, second],
    [second, third],
    [second, first, third],
    [first, first, second, third],
    [first, third],
    [],
  ])
    expect(await refused(new Blob([header, ...parts]))).toBe('damaged')
})
const largeDoc = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.getText('story').insert(0, 'woord '.repeat(100_000))
  return doc
}

describe('of somebody who has the card', () => {
  const row = planRow({ id: ID })
  const cases: readonly (readonly [name: string, sections: readonly Section[], reason: BackupFault | null])[] = [
    ['nothing at all', [], 'damaged'],
    ['no word about the file', [plan()], 'damaged'],
    ['a date that is none', [section(ABOUT, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0)], 'damaged'],
    ['a plan of no bytes', [ABOUT_ME, section(PLAN)], 'damaged'],
    ['a plan that ends early', [ABOUT_ME, { kind: PLAN, bytes: plan().bytes.slice(0, -1) }], 'damaged'],
    [
      'a plan with more behind it',
      [ABOUT_ME, { kind: PLAN, bytes: concatBytes(plan().bytes, Uint8Array.of(0)) }],
      'damaged',
    ],
    ['a document that is none', [ABOUT_ME, plan({ document: Uint8Array.of(9, 9, 9, 9) })], 'damaged'],
    ['a salt of another length', [ABOUT_ME, plan({ salts: [new Uint8Array(3)] })], 'damaged'],
    ['a whole plan before a broken one', [ABOUT_ME, plan(), section(PLAN, 1, 2, 3)], 'damaged'],
    [
      'a list longer than the file',
      [ABOUT_ME, section(PLAN, ...new Uint8Array(16).fill(1), 0x80, 0x80, 0x80, 0x80, 0x08)],
      'damaged',
    ],
    ['a kind that only newer apps know', [ABOUT_ME, section(77, 1, 2, 3), plan()], null],
    [
      'a row with strange values',
      [ABOUT_ME, plan({ row: { ...row, people: 'x', openedAt: -1, news: [[]] } as never })],
      null,
    ],
  ]
  for (const [name, sections, reason] of cases)
    test(name, async ({ refused }) => {
      expect(await refused(await seal(...sections))).toBe(reason)
    })

  test('a section longer than the file is never waited for', async ({ refused }) => {
    const sealer = await createBackupSealer(SECRET, new Uint8Array(32))
    const chunk = await sealer.seal(Uint8Array.of(PLAN, 0xff, 0xff, 0xff, 0xff, 1, 2, 3), 0, true)
    expect(await refused(new Blob([sealer.header, chunk]))).toBe('damaged')
  })
})

test('another kind of file, and one of a newer app', async ({ refused }) => {
  const newer = await bytesOf(await seal(ABOUT_ME))
  newer[8] = 2
  expect(await refused(new Blob([newer]))).toBe('newer')
  for (const bytes of ['', 'weefback', '<!doctype html>', '{"weef":1}'.repeat(50)])
    expect(await refused(new Blob([bytes]))).toBe('not-a-backup')
})

test('the file shows no word and no title, and says nothing about anybody', async ({ app }) => {
  const doc = new Y.Doc()
  doc.getText('story').insert(0, 'mijn geheim')
  const file = await bytesOf(await seal(ABOUT_ME, plan({ document: Y.encodeStateAsUpdate(doc) })))
  const text = new TextDecoder('latin1').decode(file)
  for (const word of ['geheim', 'Mijn plan', 'Ines', ID]) expect(text).not.toContain(word)
  expect((await openBackupFile(new Blob([file]), SECRET)).ok).toBe(true)
  expect(app.device.plans()).toEqual([])
})
