/** A device on a real socket that survives its relay: it continues from where it was, and remembers what was acknowledged. */
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import { signedHello } from './app.ts'
import type { TestPerson, TestWorkspace } from './people.ts'
import type { RelayPlace } from './relay-process.ts'
import { openSocket, type SocketApp } from './socket-app.ts'

type Bytes = Uint8Array<ArrayBuffer>
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/**
 * Its state survives the relay: the log as far as it was received, and the numbers that its own items were acknowledged
 * under.
 */
export const createSocketDevice = (
  person: TestPerson,
  plan: TestWorkspace,
  { port, origin }: Pick<RelayPlace, 'port' | 'origin'>,
) => {
  const log: Bytes[] = []
  const acknowledged = new Map<number, Bytes>()
  let app: SocketApp
  let heard = 0
  let asked: Bytes | null = null
  let refused: Refusal | null = null
  const hash = (): Bytes => shortHash(log.reduce((before, bytes) => nextLogHash(before, bytes), firstLogHash(plan.id)))

  const follows = (seq: number): void => {
    if (seq !== log.length + 1) throw new Error(`${seq} came after ${log.length}.`)
  }
  /** Asserts that every number comes once and in order, an own item where it was acknowledged. */
  const take = (): void => {
    for (const frame of app.frames.slice(heard)) {
      if (frame.type === 'items') follows(frame.firstSeq)
      if (frame.type === 'items') log.push(...frame.items.map(({ bytes }) => bytes))
      if (frame.type === 'live' && (frame.head !== log.length || !same(hash(), frame.logHash)))
        throw new Error('The log is another one.')
      if (frame.type === 'refused') [refused, asked] = [frame.reason, null]
      if (frame.type !== 'committed' || asked === null) continue
      follows(frame.seq)
      acknowledged.set(frame.seq, asked)
      log.push(asked)
      asked = null
    }
    heard = app.frames.length
  }
  const until = (check: () => boolean): Promise<void> =>
    app.until(() => {
      take()
      return check()
    })
  return {
    log,
    acknowledged,
    has: (item: Bytes) => log.some((known) => same(known, item)),
    async comeIn(): Promise<void> {
      app = openSocket(port, origin)
      ;[heard, asked] = [0, null]
      const change = { origin, root: plan.root, since: log.length, logHash: hash() }
      app.send(await signedHello(await app.first('challenge'), person, plan.id, change))
      await app.first('live')
      take()
    },
    /** The reason of a refusal, or `null`. Rejects when the relay dies before it has replied. */
    async append(item: Bytes): Promise<Refusal | null> {
      ;[asked, refused] = [item, null]
      app.send(encodeAppFrame({ type: 'append', item }))
      await until(() => asked === null)
      return refused
    },
    hears: (length: number) => until(() => log.length >= length),
    async ends(): Promise<void> {
      await app.closed
      take()
    },
    leave: () => app.socket.close(),
    /** Disconnects, like an app that has received nothing for too long. */
    giveUp: () => app.socket.terminate(),
  }
}

export type SocketDevice = ReturnType<typeof createSocketDevice>
