/** A minimal app on a socket that breaks: one entry after the other, each sent until it is in the log. Nothing is sealed. */
import { createSocketDevice, type SocketDevice } from '#relay/testing/device.ts'
import type { TestPerson, TestWorkspace } from '#relay/testing/people.ts'
import type { Chance } from '../testing/chance.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type PlainWriter = {
  readonly device: SocketDevice
  /** Everything it ever sent, in order. */
  readonly made: readonly Bytes[]
  /** How often each was sent: more than once after a connection was given up, although the first may still arrive. */
  readonly sent: ReadonlyMap<Bytes, number>
  /** Violations that it noticed. */
  readonly wrong: readonly string[]
  /** Stops after the current entry is in the log. */
  stop(): Promise<void>
}

/** Without a reply for this long, in ms, the relay counts as gone: shorter than apps wait, to save time. */
const PATIENCE_MS = 1_500
/** The maximum pause between two attempts, and between two entries, in ms. */
const RETRY_MS = 200
const PAUSE_MS = 40

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const startPlainWriter = (
  place: { readonly port: number; readonly origin: string },
  person: TestPerson,
  plan: TestWorkspace,
  chance: Chance,
  moved: () => void,
): PlainWriter => {
  const device = createSocketDevice(person, plan, place)
  const made: Bytes[] = []
  const sent = new Map<Bytes, number>()
  const wrong: string[] = []
  const work: { inHand: Bytes | null; stopping: boolean } = { inHand: null, stopping: false }

  const patiently = async <Value>(asked: Promise<Value>): Promise<Value> => {
    const impatience = setTimeout(() => device.giveUp(), PATIENCE_MS)
    try {
      return await asked
    } finally {
      clearTimeout(impatience)
    }
  }
  const make = (): Bytes => {
    const entry = plan.entry(person, `${person.id} ${made.length}`, {
      seen: { number: device.log.length, hash: new Uint8Array(16) },
    })
    made.push(entry)
    return entry
  }
  const writeOn = async (): Promise<void> => {
    await patiently(device.comeIn())
    if (work.inHand !== null && device.has(work.inHand)) work.inHand = null
    while (!work.stopping || work.inHand !== null) {
      work.inHand ??= make()
      sent.set(work.inHand, (sent.get(work.inHand) ?? 0) + 1)
      const refusal = await patiently(device.append(work.inHand))
      if (refusal === null) work.inHand = null
      else if (refusal === 'rate') await wait(RETRY_MS)
      else wrong.push(`refused: ${refusal}`)
      moved()
      await wait(chance.number(0, PAUSE_MS))
    }
  }
  const write = async (): Promise<void> => {
    while (!work.stopping || work.inHand !== null) {
      try {
        await writeOn()
      } catch (error) {
        if (String(error) !== 'Error: The socket closed first.') wrong.push(String(error))
        await wait(chance.number(1, RETRY_MS))
      }
    }
  }
  const done = write()
  return {
    device,
    made,
    sent,
    wrong,
    async stop() {
      work.stopping = true
      await done
      device.leave()
    },
  }
}
