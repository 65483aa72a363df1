/**
 * Runs a practice plan: the same document and screens, stored on this device under a name of its own, without anything
 * that could reach a relay. It has no keys, no log and no session.
 */
import { createSignal } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readPerson } from '#domain/plan/people.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { PRACTICE_IDS, type PracticeAs } from '#domain/plan/practice-id.ts'
import { NO_UNDO, parseStoredUndo, protectDeleted, type StoredUndo } from '#domain/undo/stored-undo.ts'
import type { Member, OpenPlan, PersonNews, RecordResult, Sharing } from '#ports/open-plan.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { AtRest } from '#storage/at-rest/at-rest.ts'
import { createMemoryCopy, type LocalCopy, openLocalCopy, removeLocalCopy } from '#storage/document/local-copy.ts'
import type { Environment } from '#sync/environment.ts'
import { readPersonNews } from '../plan/plan-news.ts'
import { followPractice } from './practice-history.ts'
import { PRACTICE_DOCUMENTS } from '../store/document-names.ts'
import { createUndoMemory } from '../plan/undo-memory.ts'
import type { Running } from '../plan/running.ts'
import type { Stops } from '../lifetime/stops.ts'
import { fillPractice, OTHER_CLIENT, PRACTICE_PEOPLE } from './fill-practice.ts'
import { words as english } from './words-en.ts'
import { words as dutch } from './words-nl.ts'
import type { PracticeWords } from './words.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const forgetPractice = async (as: PracticeAs): Promise<void> =>
  void (await removeLocalCopy(PRACTICE_DOCUMENTS[as]))

const chooseWords = (): PracticeWords => (document.documentElement.lang === 'en' ? english : dutch)

type Options = {
  readonly as: PracticeAs
  readonly environment: Environment
  readonly keeps: boolean
  readonly atRest: AtRest
}

/** A damaged copy holds nothing that anybody needs. */
const openCopy = async (
  { as, keeps, atRest }: Options,
  now: number,
): Promise<{ doc: PlanDoc; copy: LocalCopy; undo: StoredUndo }> => {
  for (const mayForget of keeps ? [true, false] : []) {
    const doc = createPlanDoc()
    let undo = NO_UNDO
    let endProtection = (): void => {}
    const before = (stored: unknown): void => {
      undo = parseStoredUndo(stored, now)
      endProtection = protectDeleted(doc, undo)
    }
    const opened = await openLocalCopy(PRACTICE_DOCUMENTS[as], doc, { atRest, before })
    endProtection()
    if (opened.ok) return { doc, copy: opened.copy, undo }
    doc.destroy()
    if (mayForget) await forgetPractice(as)
  }
  return { doc: createPlanDoc(), copy: createMemoryCopy(), undo: NO_UNDO }
}

/**
 * Filled in a separate document, in slices, and applied as one change: storing and rendering three weeks of single edits would
 * keep a slow phone busy, and a plan is never half there.
 */
const fillAtOnce: typeof fillPractice = async (doc, words, as, now, randomness, pause) => {
  const apart = createPlanDoc()
  const seen = await fillPractice(apart, words, as, now, randomness, pause)
  await pause()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(apart))
  apart.destroy()
  return seen
}

/** Nobody comes or goes in the made-up plan. */
const REFUSED: RecordResult = { ok: false, reason: 'refused' }

export const runPractice = async (options: Options, stops: Stops): Promise<Running> => {
  const { as, environment } = options
  const me = PRACTICE_PEOPLE[as]
  const other = PRACTICE_PEOPLE[as === 'resident' ? 'worker' : 'resident']
  const words = chooseWords()
  const now = environment.now()
  const { doc, copy, undo: kept } = await openCopy(options, now)
  const undo = createUndoMemory(environment, copy, kept)
  stops.add(async () => {
    undo.save()
    await copy.flushed()
    await copy.close()
    doc.destroy()
  })
  const personAt = (client: number): PersonId => (client === OTHER_CLIENT ? other : me)
  const isNew = readTitles(doc).length === 0
  const pause = (): Promise<void> => new Promise((resolve) => environment.after(0, resolve))
  const seen = isNew ? await fillAtOnce(doc, words, as, now, environment, pause) : null
  await pause() // what draws the plan is a slice of its own
  const news: readonly PersonNews[] = readPersonNews(doc, seen, me, {
    personAt,
    lastEditAt: () => now - DAY_MS,
  })
  const history = followPractice(doc, me, environment)
  const awareness = new Awareness(doc)
  stops.add(() => awareness.destroy())

  const roles = new Map<PersonId, Role>([
    [PRACTICE_PEOPLE.resident, 'owner'],
    [PRACTICE_PEOPLE.worker, 'editor'],
  ])
  const readMembers = (): readonly Member[] =>
    [...roles].map(([person, role]) => {
      const isMe = person === me
      return { ...readPerson(doc, person, { personAt }), role, me: isMe, here: isMe }
    })
  const readSharing = (): Sharing => ({ saved: copy.state(), shared: { name: 'practice' }, connection: 'online' })
  const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const [members, setMembers] = createSignal(readMembers())
  const [sharing, setSharing] = createSignal(readSharing(), { equals })
  let about = readPlan(doc).fields.plan
  doc.on('update', () => {
    const before = about
    about = readPlan(doc).fields.plan
    if (about !== before) setMembers(readMembers()) // a name or a colour
  })
  stops.add(copy.onChange(() => setSharing(readSharing())))

  const plan: OpenPlan = {
    id: PRACTICE_IDS[as],
    me,
    doc,
    awareness,
    practice: true,
    ended: () => null,
    newcomers: () => [],
    renewed: () => [],
    gone: () => [],
    roleBefore: () => null,
    currentPerson: (one) => one,
    removeMember: async () => REFUSED,
    leave: async () => REFUSED,
    closeForAll: async () => REFUSED,
    personAt,
    editedAt: () => null,
    mayRule: (person) => roles.get(person) === 'owner',
    planPerson: () => PRACTICE_PEOPLE.resident,
    titleBefore: () => null,
    role: () => roles.get(me) ?? 'reader',
    members,
    invitations: () => [],
    sharing,
    history,
    readOlder: () => ({ outcome: Promise.resolve('failed'), cancel() {} }), // it has no log
    alarms: () => [],
    dismissAlarms() {},
    alarmItems: async () => new Map(),
    news: () => news,
    dismissTaken() {},
    undo: undo.memory,
    invite: async () => ({ ok: false, reason: 'refused' }),
    repairRelay: async () => ({ ok: true }),
    cancelInvitation: async () => ({ ok: false }),
    async setRole(person, role) {
      if (person === PRACTICE_PEOPLE.resident || roles.get(me) !== 'owner') return REFUSED // an owner must remain
      roles.set(person, role)
      setMembers(readMembers())
      return { ok: true }
    },
  }
  return { ok: true, plan }
}
