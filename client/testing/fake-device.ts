/** A fake device for tests and previews: holds what it is given, and records what it was asked. */
import { createSignal } from 'solid-js'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import type { Device, DeviceStorage, JoinResult, Persistence, PlanSummary, PreviewResult } from '#ports/device.ts'
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
  organisation?: string
}

export const createFakeDevice = (options: FakeDeviceOptions = {}) => {
  const [plans, setPlans] = createSignal(options.plans ?? [])
  const [state, setState] = createSignal<OpenState>(
    options.openState ?? { name: 'open', plan: options.plan ?? createFakePlan().plan },
  )
  const asked = {
    started: [] as Parameters<Device['startPlan']>[0][],
    joined: [] as Parameters<Device['join']>[1][],
    takenOff: [] as WorkspaceId[],
    closed: 0,
    usedHere: 0,
    begunAnew: 0,
    homeView: (options.homeView ?? null) as string | null,
    organisation: options.organisation ?? '',
  }

  const device: Device = {
    plans,
    storage: () => options.storage ?? { name: 'ready' },
    persistence: () => options.persistence ?? 'granted',
    startPlan: async (wanted) => {
      asked.started.push(wanted)
      return workspaceId(7)
    },
    readInvitation: parseInvitationLink,
    previewInvitation: async () => options.preview ?? { ok: false, reason: 'wrong', greeting: null },
    join: async (_link, how) => {
      asked.joined.push(how)
      return options.joined ?? { ok: true, workspace: workspaceId(7) }
    },
    setArchived: async (id, archived) => {
      setPlans((all) => all.map((plan) => (plan.id === id ? { ...plan, archived } : plan)))
    },
    takeOff: async (id) => {
      asked.takenOff.push(id)
      setPlans((all) => all.filter((plan) => plan.id !== id))
    },
    openPlan: () => ({
      state,
      useHere: () => {
        asked.usedHere += 1
      },
      close: async () => {
        asked.closed += 1
      },
    }),
    organisation: () => asked.organisation,
    keepOrganisation: (name) => void (asked.organisation = name),
    homeView: () => asked.homeView,
    keepHomeView: (view) => void (asked.homeView = view),
    beginPracticeAnew: async () => {
      asked.begunAnew += 1
    },
  }
  return { device, asked, setPlans, setState }
}

export const createFakePlatform = (changes: Partial<Platform> = {}) => {
  const asked = {
    copied: [] as string[],
    files: [] as Parameters<Platform['saveFile']>[0][],
    printed: 0,
    reloaded: 0,
  }
  const platform: Platform = {
    ...createRandomness(),
    appName: 'Weef',
    now: () => NOW,
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    installed: false,
    address: () => window.location.href,
    copyText: async (text) => {
      asked.copied.push(text)
      return true
    },
    share: null,
    speech: null,
    saveFile: (file) => void asked.files.push(file),
    print: () => {
      asked.printed += 1
    },
    reload: () => {
      asked.reloaded += 1
    },
    ...changes,
  }
  return { platform, asked }
}
