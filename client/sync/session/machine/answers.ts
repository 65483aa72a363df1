/** Continues the current task with the answer to its effect. */
import { recordMade, recordNotMade } from './append.ts'
import { checkpointSealed, documentCopied } from './checkpoint.ts'
import type { AnswerEvent } from './events.ts'
import { missingFound, replaySettled } from './go-live.ts'
import { awarenessLeft, finish, goodbyeSealed } from './leave.ts'
import { checkpointKept, checkpointOpened, stopLooking } from './look.ts'
import { presenceOpened, presenceSealed } from './presence.ts'
import { diffed, entrySealed, unsharedFound } from './push.ts'
import { applied, entriesOpened, recordChecked, replayed } from './read-log.ts'
import { giveUpTask, helloSigned, lose } from './relay-link.ts'
import { recordsLoaded } from './repair.ts'
import { set, type Turn } from './turn.ts'
import type { Task } from './work.ts'

/** Takes the answer to the current task's effect and continues as the task says. */
export const takeAnswer = (turn: Turn, event: AnswerEvent): void => {
  const { task } = turn.state
  if (task === null) return
  set(turn, { task: null })
  if (event.type === 'failed') return taskFailed(turn, task)
  switch (task.kind) {
    case 'signing':
      return event.type === 'hello-signed' ? helloSigned(turn, task, event.signature) : undefined
    case 'opening':
      return event.type === 'entries-opened' ? entriesOpened(turn, task, event) : undefined
    case 'checking':
      return event.type === 'record-checked' ? recordChecked(turn, task, event) : undefined
    case 'replaying':
      return event.type === 'replayed' ? replayed(turn, task, event) : undefined
    case 'applying':
      return event.type === 'applied' ? applied(turn, task, event) : undefined
    case 'comparing':
      return event.type === 'missing-found' ? missingFound(turn, task, event.clients) : undefined
    case 'looking-for-unshared':
      return event.type === 'unshared-found' ? unsharedFound(turn, task, event.unshared) : undefined
    case 'diffing':
      return event.type === 'diffed' ? diffed(turn, task, event.answer) : undefined
    case 'sealing':
      return event.type === 'entry-sealed' ? entrySealed(turn, task, event.bytes) : undefined
    case 'copying':
      return event.type === 'document-copied' ? documentCopied(turn, event.update) : undefined
    case 'sealing-checkpoint':
      return event.type === 'entry-sealed' ? checkpointSealed(turn, task.opened, event.bytes) : undefined
    case 'making':
      if (event.type === 'record-not-made') return recordNotMade(turn, task.purpose)
      return event.type === 'record-made' ? recordMade(turn, task.purpose, event.bytes) : undefined
    case 'sealing-presence':
      return event.type === 'presence-sealed' ? presenceSealed(turn, task.epoch, event.sealed) : undefined
    case 'opening-presence':
      return event.type === 'presence-opened' ? presenceOpened(turn, task, event) : undefined
    case 'settling-replay':
      return event.type === 'replay-settled' ? replaySettled(turn, task, event) : undefined
    case 'loading':
      return event.type === 'records-loaded' ? recordsLoaded(turn, task.request, event) : undefined
    case 'opening-checkpoint':
      return event.type === 'checkpoint-opened' ? checkpointOpened(turn, event.opened) : undefined
    case 'keeping-checkpoint':
      return event.type === 'cursor-kept' ? checkpointKept(turn, task, event.ok) : undefined
    case 'leaving':
      return event.type === 'awareness-left' ? awarenessLeft(turn, task, event.update) : undefined
    case 'saying-goodbye':
      return event.type === 'presence-sealed' ? goodbyeSealed(turn, task.epoch, event.sealed) : undefined
  }
}

/** The task failed by a bug: the connection starts anew, and everything in flight is tried again. */
const taskFailed = (turn: Turn, task: Task): void => {
  set(turn, { task }) // giving it up answers the request behind it
  startAnew(turn)
}

/** A bug was reported: the connection starts anew. */
export const startAnew = (turn: Turn): void => {
  const { connection } = turn.state
  if (connection.name === 'looking') return stopLooking(turn)
  if (connection.name === 'leaving') return finish(turn)
  lose(turn)
  giveUpTask(turn)
  set(turn, { task: null })
}
