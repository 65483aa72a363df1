/** Requests and responses between the processes of a measurement, over Node's IPC channel. */
import type { ChildProcess } from 'node:child_process'

/** The other end of the channel: a child, or `process` itself in a child. */
type End = ChildProcess | NodeJS.Process
type Message =
  | { readonly kind: 'question'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly value: unknown }

const say = (end: End, message: Message): void => {
  if (end.connected === true) end.send?.(message)
}

/** Returns the other side's response unchecked: both sides are ours. Rejects when it failed, or ends before it responds. */
export const createRpcClient = (end: End): (<Answer>(question: unknown) => Promise<Answer>) => {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let asked = 0
  end.on('message', (message: Message) => {
    if (message.kind === 'question') return
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') waiter?.resolve(message.value)
    else waiter?.reject(new Error(String(message.value)))
  })
  end.on('exit', () => waiting.forEach(({ reject }) => reject(new Error('The other process ended.'))))
  return <Answer>(question: unknown) =>
    new Promise<Answer>((resolve, reject) => {
      asked += 1
      waiting.set(asked, { resolve: (value) => resolve(value as Answer), reject })
      say(end, { kind: 'question', id: asked, value: question })
    })
}

export const serveRpc = (end: End, handle: (question: never) => unknown): void => {
  const answer = async (message: Message): Promise<void> => {
    if (message.kind !== 'question') return
    const { id } = message
    try {
      say(end, { kind: 'answer', id, value: await handle(message.value as never) })
    } catch (error) {
      say(end, { kind: 'failure', id, value: error instanceof Error ? (error.stack ?? error.message) : error })
    }
  }
  end.on('message', (message: Message) => void answer(message))
}
