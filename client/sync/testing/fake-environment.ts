/** An environment for tests: time passes when told to, random numbers count up, and sockets carry what the test sends. */
import { createChance } from '#keys/testing/circle.ts'
import type { Environment, NetworkSocket } from '../environment.ts'

export type FakeSocket = NetworkSocket & {
  readonly url: string
  readonly sent: Uint8Array<ArrayBuffer>[]
  readonly ended: () => boolean
  /** The network's side of the socket. */
  hear(data: unknown): void
  lose(code: number): void
}

const createFakeSocket = (url: string): FakeSocket => {
  const sent: Uint8Array<ArrayBuffer>[] = []
  let ended = false
  const socket: FakeSocket = {
    url,
    sent,
    ended: () => ended,
    binaryType: 'blob',
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (data) => void sent.push(new Uint8Array(data as Uint8Array<ArrayBuffer>)),
    close: () => {
      ended = true
    },
    hear: (data) => void socket.onmessage?.call(self, { data } as MessageEvent),
    lose: (code) => void socket.onclose?.call(self, { code } as CloseEvent),
  }
  const self = socket as unknown as WebSocket // handlers are typed as a WebSocket's own, and none uses `this`
  return socket
}

export type FakeEnvironment = Environment & {
  readonly sockets: FakeSocket[]
  readonly reported: unknown[]
  /** What relays said of the time; it changes nothing here. */
  readonly heardTimes: readonly number[]
  /** Lets time pass, timer by timer. */
  pass(ms: number): void
  /** Sets the device's clock, which timers do not notice. */
  setClock(now: number): void
  /** Reports that the network is gone, without any other effect. */
  goOffline(): void
  /** The number of listeners for that report. */
  listening(): number
  /** The number of waiting timers. */
  waiting(): number
}

export const createFakeEnvironment = (): FakeEnvironment => {
  /** Timers go by `elapsed`, in ms, not by the clock that users set. */
  let elapsed = 0
  let clock = 1_700_000_000_000
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const sockets: FakeSocket[] = []
  const reported: unknown[] = []
  const heard: number[] = []
  const offline = new Set<() => void>()
  const moveTo = (at: number): void => {
    clock += at - elapsed
    elapsed = at
  }
  return {
    sockets,
    reported,
    now: () => clock,
    heard: (relay) => void heard.push(relay),
    heardTimes: heard,
    elapsed: () => elapsed,
    randomBytes: createChance('environment'),
    random: () => 0.5,
    openSocket(url) {
      const socket = createFakeSocket(url)
      sockets.push(socket)
      return socket
    },
    onOffline(run) {
      const listener = (): void => run()
      offline.add(listener)
      return () => void offline.delete(listener)
    },
    goOffline() {
      for (const listener of offline) listener()
    },
    listening: () => offline.size,
    after(ms, run) {
      const timer = { at: elapsed + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    report: (error) => void reported.push(error),
    waiting: () => timers.length,
    setClock(now) {
      clock = now
    },
    pass(ms) {
      const end = elapsed + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        timers = timers.filter((each) => each !== next)
        moveTo(next.at)
        next.run()
      }
      moveTo(end)
    },
  }
}
