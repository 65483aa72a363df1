/** Two thousand apps on one relay, with the app's own connection and backoff; nobody writes. */
import { WebSocket } from 'ws'
import { extendChain } from '#shared/chain/extend.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { makeRoot } from '#keys/make-records.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { backoffMs, ended, NO_FAILURES, proven } from '#sync/connection/backoff.ts'
import { openConnection } from '../testing/raw-connection.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment, NetworkSocket } from '#sync/environment.ts'
import { createQueue } from '../testing/queue.ts'
import { createNodeEnvironment } from './node-environment.ts'
import { fail } from './judge.ts'
import type { Watch } from './watch.ts'

/** Per person, below the relay's limit. */
const SOCKETS_EACH = 100
/** Sockets that have not said hello when the next hundred connect: fewer than the relay's limit. */
const MOST_AT_THE_DOOR = 400
/** The duration of a good connection: longer than any that counts as short, in ms. */
const LONG_MS = 60_000

export type Crowd = {
  online(): number
  /** Attempts since the last call: of all apps, of the app with most, and those refused for lack of room. */
  tries(): { readonly all: number; readonly most: number; readonly refused: number; readonly mostRefused: number }
  /** Each app's wait in ms before its first attempt after the last loss of the relay. */
  firstWaits(): readonly number[]
  leave(): void
}
type Plan = { readonly holder: KeyHolder; readonly workspace: WorkspaceId; readonly root: Uint8Array<ArrayBuffer> }

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))
const makePlan = async (): Promise<Plan> => {
  const holder = await deriveKeyHolder(randomBytes(SECRET_BYTES))
  const root = await makeRoot(holder, 'plan', randomBytes)
  const begun = await extendChain(null, root)
  if (!begun.ok) throw new Error(begun.reason)
  return { holder, root, workspace: begun.chain.workspace }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Resolves when all are connected. */
export const gatherCrowd = async (
  size: number,
  relay: RelayAddress,
  random: () => number,
  watch: Watch,
): Promise<Crowd> => {
  let [online, gone] = [0, false]
  const tries = Array.from({ length: size }, () => 0)
  const refused = Array.from({ length: size }, () => 0)
  const world = createNodeEnvironment({ origin: relay.origin, random, report: (error) => fail(String(error)) })
  const environmentOf = (index: number): Environment => ({
    ...world,
    openSocket(url) {
      const socket = new WebSocket(url, { origin: relay.origin, perMessageDeflate: false })
      socket.on('error', ({ message }) => {
        if (message.includes('503')) refused[index] = (refused[index] ?? 0) + 1
      })
      return socket as unknown as NetworkSocket
    },
  })
  const stops: (() => void)[] = []
  const firstWaits: number[] = []

  const join = (index: number, { holder, workspace, root }: Plan): void => {
    let backoff = NO_FAILURES
    const environment = environmentOf(index)
    let isLive = false
    const comeBack = (wasLive: boolean): void => {
      const ms = backoffMs(backoff, environment.random())
      if (wasLive) firstWaits[index] = ms
      stops[index] = environment.after(ms, tryOnce)
    }
    const tryOnce = (): void => {
      tries[index] = (tries[index] ?? 0) + 1
      const connection = openConnection(relay, holder, environment, createQueue(world.report), {
        hello: () => ({
          identity: { kind: 'person', person: holder.id },
          workspace,
          since: 0,
          logHash: shortHash(firstLogHash(workspace)),
          start: 'log',
          root,
        }),
        frame(frame) {
          if (frame.type !== 'live') return
          backoff = proven(backoff, environment.elapsed() - LONG_MS)
          isLive = true
          online += 1
          watch.moved()
        },
        closed(code) {
          if (gone) return
          const wasLive = isLive
          isLive = false
          if (wasLive) online -= 1
          if (code === CLOSE.overloaded) refused[index] = (refused[index] ?? 0) + 1
          backoff = ended(backoff, code, environment.elapsed())
          comeBack(wasLive)
          watch.moved()
        },
      })
      stops[index] = connection.close
    }
    tryOnce()
  }
  let plan = await makePlan()
  for (let index = 0; index < size; index++) {
    if (index % SOCKETS_EACH === 0) {
      await watch.until(() => online >= index - MOST_AT_THE_DOOR, `of ${index} nearly all are in`)
      plan = await makePlan()
    }
    join(index, plan)
  }
  await watch.until(() => online === size, 'all are in')
  return {
    online: () => online,
    firstWaits: () => firstWaits,
    tries() {
      const [all, most, turnedAway, mostRefused] = [sum(tries), Math.max(...tries), sum(refused), Math.max(...refused)]
      tries.fill(0)
      refused.fill(0)
      return { all, most, refused: turnedAway, mostRefused }
    },
    leave() {
      gone = true
      for (const stop of stops) stop()
    },
  }
}
