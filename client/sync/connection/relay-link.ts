/** A session's line to the relay: put through when y-websocket asks for a socket, dropped when either side hangs up. */
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { currentEpoch } from '#shared/chain/chain.ts'
import { type CloseName, closeName } from '#shared/protocol/close-codes.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { createBackoff } from './backoff.ts'
import { openConnection, type RelayAddress } from './connection.ts'
import { remaining, type Stop } from '../environment.ts'
import { sendPresence, takePresence } from '../presence/presence-link.ts'
import { createThrottle, onlyClient } from '../presence/presence.ts'
import { takeFrame } from '../session/pull.ts'
import { stopEpochs } from '../session/record-writer.ts'
import type { SealedSocket, SocketOwner } from './sealed-socket.ts'
import type { Link, SessionCore } from '../session/session-core.ts'
import type { RefusalReason } from '../session/refusal-reason.ts'

/** The provider is fed this often at most, in ms: its watchdog bites after 30 s. */
const FEED_MS = 5_000
/** A relay that says it has too much to do is believed to be over it soon, for this long, in ms. */
const BUSY_MS = 60_000

/** Close codes that end it for good, as people are told. Others are tried again. */
const REFUSALS: Partial<Record<CloseName, RefusalReason>> = {
  malformed: 'outdated-app',
  outdatedApp: 'outdated-app',
  unknown: 'removed',
  removed: 'removed',
  logDiffers: 'log-differs',
}

export type Line = {
  readonly owner: SocketOwner
  /** Ends the connection; unless it is refused for good, y-websocket tries again. */
  hangUp(code: number): void
  /** The network came back: what failed before says nothing of now. */
  forget(): void
  /** The relay answers, and has sent this device away for longer than a moment. */
  isTurnedAway(): boolean
  /** Others see at once that nobody is here any more; of a line that is only lost they hear so after a while. */
  sayGoodbye(): Promise<void>
}

/** `root`: to begin the workspace at the relay with. `core` is there before anything calls. */
export const createLine = (
  core: () => SessionCore,
  relay: RelayAddress,
  root: Uint8Array<ArrayBuffer> | null,
): Line => {
  const backoff = createBackoff()
  let turnedAwaySince: number | null = null
  let fedAt = -Infinity
  let waiting: { readonly socket: SealedSocket; readonly stop: Stop } | null = null
  let presence: ReturnType<typeof createThrottle> | null = null
  /** Where this device was last heard: under a key that is over, nobody hears. */
  let greeted: { readonly link: Link; readonly epoch: number } | null = null

  const greet = async (update: Uint8Array): Promise<void> => {
    const { link } = core()
    const epoch = await sendPresence(core(), update)
    if (epoch !== null) greeted = { link, epoch }
  }
  const hasGreeted = (): boolean => {
    const { link, follower } = core()
    const { chain } = follower.state
    return chain !== null && greeted?.link === link && greeted.epoch === currentEpoch(chain).number
  }

  const drop = (): void => {
    const { link, inFlight } = core()
    backoff.dropped()
    if (link.name === 'none') return
    link.connection.close()
    core().link = { name: 'none' }
    inFlight.drop()
    presence?.stop()
    stopEpochs(core())
    core().changed()
  }
  const hangUp = (code: number): void => {
    const { link } = core()
    const socket = link.name === 'none' ? waiting?.socket : link.socket
    waiting?.stop()
    waiting = null
    backoff.ended(code, core().environment.elapsed())
    drop()
    socket?.end(code)
    core().changed()
  }
  const putThrough = (socket: SealedSocket): void => {
    if (waiting?.socket !== socket) return
    const { workspace, holder, environment, queue } = core()
    const connection = openConnection(relay, holder, environment, queue, {
      hello(limits) {
        core().limits = limits
        core().stuck = null // what was refused on one line is tried once on the next: there may be room by now
        const { state } = core().follower
        const identity = { kind: 'person', person: holder.id } as const
        const { seq } = state
        return {
          identity,
          workspace,
          since: seq,
          logHash: shortHash(state.hash),
          start: 'log',
          root: seq === 0 ? (core().healing?.root ?? root) : null,
        }
      },
      async frame(frame) {
        if (frame.type === 'presence') await takePresence(core(), frame)
        else await takeFrame(core(), frame)
        if (core().link.name !== 'live') return
        backoff.live(environment.elapsed())
        turnedAwaySince = null
        if (remaining(FEED_MS, fedAt, environment.now()) > 0) return
        fedAt = environment.now()
        socket.feed()
      },
      closed(code) {
        const name = closeName(code)
        const reason = name && REFUSALS[name]
        const isTurnedAway = name === 'overloaded' || name === 'tooSlow'
        turnedAwaySince = isTurnedAway ? (turnedAwaySince ?? environment.elapsed()) : null
        if (reason) core().refuse(reason, code)
        else hangUp(code)
      },
    })
    waiting = null // not before: where the browser gives no socket, whoever waits for it must hear so
    core().link = { name: 'pulling', socket, connection }
    core().changed()
  }
  const owner: SocketOwner = {
    opened(socket) {
      const { environment, queue } = core()
      const ms = backoff.wait(environment.random())
      waiting = { socket, stop: environment.after(ms, () => queue.add(() => putThrough(socket))) }
    },
    awareness(_socket, update) {
      const own = onlyClient(update, core().own.current)
      presence ??= createThrottle(core().environment, (latest) => core().queue.add(() => greet(latest)))
      const { link, provider } = core()
      if (own === null || link.name !== 'live') return
      // Where nobody is, one word is enough for whoever is about to be seen; all others hear of me when they come.
      if (hasGreeted() && provider.awareness.getStates().size <= 1) return
      presence.offer(own)
    },
    closed(socket) {
      const { link } = core()
      if (waiting?.socket === socket) {
        waiting.stop()
        waiting = null
      }
      if (link.name !== 'none' && link.socket === socket) drop()
    },
  }
  const isTurnedAway = (): boolean =>
    turnedAwaySince !== null && core().environment.elapsed() - turnedAwaySince >= BUSY_MS
  const sayGoodbye = async (): Promise<void> => {
    const { awareness } = core().provider
    if (!hasGreeted() || awareness.getStates().size <= 1) return
    awareness.setLocalState(null)
    await sendPresence(core(), encodeAwarenessUpdate(awareness, [core().own.current]))
  }
  return { owner, hangUp, forget: backoff.forget, isTurnedAway, sayGoodbye }
}
