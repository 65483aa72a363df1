/** A fake device for tests and previews: holds what it is given, and records what it was asked. */
import { createSignal } from 'solid-js'
import type {
  Device,
  DeviceStorage,
  JoinResult,
  Persistence,
  PlanSummary,
  PreviewResult,
  Proposal,
} from '#ports/device.ts'
import type { BackupOpened, BackupSaved } from '#ports/backup.ts'
import type { CardCheck, CardRenewed, CardTaken, KeyCard, NewCardState, RestoreState } from '#ports/own-keys.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import type { Passage } from '#domain/search/passages.ts'
import type { Alarm } from '#domain/plan/alarms.ts'
import { NO_DETAILS } from '#domain/home/details.ts'
import { NOTE_MS } from '#domain/home/notes.ts'
import type { DeviceLock } from '#ports/lock.ts'
import type { SeenLast } from '#ports/seen-last.ts'
import type { MyDetails, Note } from '#ports/home.ts'
import type { Platform } from '#ports/platform.ts'
import type { OpenPlan, OpenState } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from './fake-plan.ts'

export type FakeDeviceOptions = {
  plans?: readonly PlanSummary[]
  storage?: DeviceStorage
  persistence?: Persistence
  preview?: PreviewResult
  joined?: JoinResult
  openState?: OpenState
  plan?: OpenPlan
  homeView?: string
  /** What people wrote in each plan. */
  passages?: (id: WorkspaceId) => readonly Passage[]
  organisation?: string
  me?: Partial<MyDetails>
  notes?: readonly Note[]
  /** What was typed before and not saved, by field. */
  drafts?: Readonly<Record<string, string>>
  /** The field whose draft the disk refuses. */
  refusedDrafts?: () => string | null
  homeAlarms?: readonly Alarm[]
  /** The disk takes no notes. */
  notesRefused?: boolean
  checked?: CardCheck
  taken?: CardTaken
  saved?: BackupSaved
  /** What a file is under this card; `null`: the device's own. */
  backup?: (card: string | null) => BackupOpened
  restore?: RestoreState
  newCard?: NewCardState
  lock?: DeviceLock
  seenLast?: SeenLast
  renewed?: CardRenewed
  /** What was proposed before; everything when left out. */
  proposed?: readonly Proposal[]
}

/** Nobody's card. */
export const CARD: KeyCard = {
  characters: 'K7QF-2M4X-9B0T-WZ6R-3HJD-8VNC-50EG',
  url: 'https://weef.example/#/card/K7QF2M4X9B0TWZ6R3HJD8VNC50EG',
}

export const createFakeDevice = (options: FakeDeviceOptions = {}) => {
  const [plans, setPlans] = createSignal(options.plans ?? [])
  const [state, setState] = createSignal<OpenState>(
    options.openState ?? { name: 'open', plan: options.plan ?? createFakePlan().plan },
  )
  const [me, setMe] = createSignal<MyDetails>({ ...NO_DETAILS, ...options.me })
  const [notes, setNotes] = createSignal(options.notes ?? [])
  const [alarms, setAlarms] = createSignal(options.homeAlarms ?? [])
  const drafts = new Map(Object.entries(options.drafts ?? {}))
  const kept = { ok: !(options.notesRefused ?? false) }
  const changeNote = (id: Note['id'], change: (note: Note) => Note) => {
    setNotes((all) => all.map((note) => (note.id === id ? change(note) : note)))
    return kept
  }
  const asked = {
    started: [] as Parameters<Device['startPlan']>[0][],
    joined: [] as Parameters<Device['join']>[1][],
    takenOff: [] as WorkspaceId[],
    closed: 0,
    usedHere: 0,
    triedAgain: 0,
    begunAnew: 0,
    homeView: (options.homeView ?? null) as string | null,
    organisation: options.organisation ?? '',
    cards: 0,
    taken: [] as string[],
    opened: [] as { file: Blob; card: string | null }[],
    forgotten: 0,
    renewed: 0,
    retried: 0,
    broughtBack: [] as WorkspaceId[],
    seenLast: null as { read: () => SeenLast | null; isChanged: boolean } | null,
  }
  const [storage, setStorage] = createSignal<DeviceStorage>(options.storage ?? { name: 'ready' })
  const [restore, setRestore] = createSignal<RestoreState>(options.restore ?? { name: 'none' })
  const [newCard, setNewCard] = createSignal<NewCardState>(options.newCard ?? { name: 'none' })
  const [proposed, setProposed] = createSignal<readonly Proposal[]>(
    options.proposed ?? ['card-with-content', 'card-with-ownership'],
  )

  const device: Device = {
    plans,
    storage,
    persistence: () => options.persistence ?? 'granted',
    startPlan: async (wanted) => {
      asked.started.push(wanted)
      return workspaceId(7)
    },
    previewInvitation: async () => options.preview ?? { ok: false, reason: 'wrong', greeting: null },
    join: async (_link, how) => {
      asked.joined.push(how)
      return options.joined ?? { ok: true, workspace: workspaceId(7) }
    },
    setArchived: async (id, archived) => {
      setPlans((all) => all.map((plan) => (plan.id === id ? { ...plan, archived } : plan)))
    },
    readPassages: async (id) => options.passages?.(id) ?? [],
    takeOff: async (id) => {
      asked.takenOff.push(id)
      setPlans((all) => all.filter((plan) => plan.id !== id))
    },
    openPlan: () => ({
      state,
      useHere: () => {
        asked.usedHere += 1
      },
      again: () => void (asked.triedAgain += 1),
      close: async () => {
        asked.closed += 1
      },
    }),
    organisation: () => asked.organisation,
    keepOrganisation: (name) => void (asked.organisation = name),
    homeView: () => asked.homeView,
    keepHomeView: (view) => void (asked.homeView = view),
    home: {
      me,
      setMe: async (details) => void setMe((known) => ({ ...known, ...details })),
      notes,
      readNotes: async () => {},
      addNote: async (note) => {
        const written = { ...note, id: `note-${notes().length}-made`.slice(0, 11) as EntityId }
        setNotes((all) => [{ ...written, writtenAt: NOW, expires: NOW + NOTE_MS }, ...all])
        return kept
      },
      setNoteText: async (id, text) => changeNote(id, (note) => ({ ...note, text })),
      renewNote: async (id) => changeNote(id, (note) => ({ ...note, expires: NOW + NOTE_MS })),
      removeNote: async (id) => {
        setNotes((all) => all.filter((note) => note.id !== id))
        return kept
      },
      alarms,
      dismissAlarms: async () => void setAlarms((all) => all.map((one) => ({ ...one, putAwayAt: NOW }))),
    },
    drafts: {
      read: (_plan, field) => drafts.get(field) ?? null,
      isRefused: (_plan, field) => options.refusedDrafts?.() === field,
      list: () => [...drafts].map(([field, text]) => ({ field, text })),
      keep: (_plan, field, text) => void (text === null ? drafts.delete(field) : drafts.set(field, text)),
    },
    seenLast: {
      read: async () => options.seenLast ?? null,
      keep: (_id, read, isChanged) => void (asked.seenLast = { read, isChanged }),
      keepNow() {},
    },
    beginPracticeAnew: async () => {
      asked.begunAnew += 1
    },
    bringBack: async (id) => void asked.broughtBack.push(id),
    keyCard: async () => {
      asked.cards += 1
      return CARD
    },
    checkCard: async () => options.checked ?? { ok: true, device: 'free' },
    takeCard: async (text) => {
      asked.taken.push(text)
      return options.taken ?? { ok: true }
    },
    saveAll: async () => options.saved ?? { file: new Blob(['geheim']), plans: plans().length, missing: [] },
    openBackup: async (file, card) => {
      asked.opened.push({ file, card })
      return options.backup?.(card) ?? { ok: false, reason: 'other-card' }
    },
    restore,
    dismissRestore: async () => void setRestore({ name: 'none' }),
    renewCard: async () => {
      asked.renewed += 1
      return options.renewed ?? { ok: true }
    },
    newCard,
    retryNewCard: async () => void (asked.retried += 1),
    dismissNewCard: async () => void setNewCard({ name: 'none' }),
    lock: options.lock ?? null,
    onlyForNow: async () => void setStorage({ name: 'memory', reason: 'chosen' }),
    forgetDevice: async () => {
      asked.forgotten += 1
    },
    wasProposed: (what) => proposed().includes(what),
    keepProposed: (what) => setProposed((all) => [...all, what]),
  }
  return { device, asked, drafts, setPlans, setState, setRestore, setNewCard }
}

export const createFakePlatform = (changes: Partial<Platform> = {}) => {
  const asked = {
    copied: [] as string[],
    files: [] as Parameters<Platform['saveFile']>[0][],
    pictures: [] as Parameters<Platform['savePicture']>[0][],
    savedBytes: [] as Parameters<Platform['saveBytes']>[0][],
    printed: 0,
    reloaded: 0,
    forgottenCards: 0,
  }
  const platform: Platform = {
    ...createRandomness(),
    appName: 'Weef',
    now: () => NOW,
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    installed: false,
    askToInstall: () => null,
    address: () => window.location.href,
    copyText: async (text) => {
      asked.copied.push(text)
      return true
    },
    share: null,
    speech: null,
    saveFile: (file) => void asked.files.push(file),
    saveBytes: (file) => void asked.savedBytes.push(file),
    savePicture: async (picture) => void asked.pictures.push(picture),
    print: () => {
      asked.printed += 1
    },
    reload: () => {
      asked.reloaded += 1
    },
    incomingCard: () => null,
    forgetIncomingCard: () => void (asked.forgottenCards += 1),
    ...changes,
  }
  return { platform, asked }
}
