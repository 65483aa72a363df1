/** The table of transitions as a Markdown page, made by running the machine. */
import type { Effect } from '../effects.ts'
import type { Happening } from '../events.ts'
import type { State } from '../state.ts'
import { step } from '../step.ts'
import { TABLE } from '../table.ts'
import { stateWaiting, TASK_TICKET, TASKS } from './sample-tasks.ts'
import { EVENTS, NAMES, stateNamed } from './samples.ts'

const AT = { now: 1_000, elapsed: 1_000, random: 0.5 }

const nameOf = (effect: Effect): string => {
  switch (effect.type) {
    case 'send':
      return `send ${effect.frame.type}`
    case 'start-timer':
      return `start ${effect.name}`
    case 'answer-append':
      return `answer ${effect.outcome}`
    default:
      return effect.type
  }
}

/** Stopped timers are left out: they are housekeeping and would drown the rest. */
const effectsOf = (effects: readonly Effect[]): string => {
  const names = effects.filter(({ type }) => type !== 'stop-timer' && type !== 'changed').map(nameOf)
  return [...new Set(names)].join(', ')
}

const outcome = (before: State, event: Happening): string => {
  const { state, effects } = step(before, { ...event, at: AT })
  const { name } = state.connection
  const moved = name === before.connection.name ? '' : `**${name}**`
  const refused = state.connection.name === 'refused' && moved !== '' ? ` (${state.connection.reason})` : ''
  const waits = state.task === null || state.task.ticket === before.task?.ticket ? '' : `*${state.task.kind}*`
  const said = [`${moved}${refused}`, waits, effectsOf(effects)].filter((part) => part !== '').join('; ')
  if (said !== '') return said
  const isSame = JSON.stringify(comparable(state)) === JSON.stringify(comparable(before))
  return isSame ? '–' : 'noted'
}

/** The state without tickets and timers, which the page does not show. */
const comparable = ({
  connection,
  sharing,
  inbox,
  backoff,
  limits,
  relayClock,
  turnedAwaySince,
  awaitingKey,
}: State) => ({
  connection: { ...connection },
  sharing,
  inbox,
  backoff,
  limits,
  relayClock,
  turnedAwaySince,
  awaitingKey: awaitingKey.length,
})

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** The whole page. */
export const format = (): string =>
  [
    '# What a session does',
    '',
    'Written by [transitions.ts](machine/testing/transitions.ts) from the machine itself, and compared with it by a test: nothing here is typed by hand.',
    '',
    '## What each state shows and may send',
    '',
    table(
      ['state', 'shows', 'sends', 'timers of its own'],
      NAMES.map((name) => [
        name,
        name === 'refused' ? 'why' : TABLE[name].shows,
        TABLE[name].sends.join(', ') || '–',
        TABLE[name].timers.join(', ') || '–',
      ]),
    ),
    '',
    '## Every state, every event',
    '',
    'A session of somebody who may write, has read all records, and runs every timer that its state may run; `live` has an entry in flight. **Bold**: the state after it. *Italic*: what waits for an answer then, and the inbox behind it.',
    '`–`: nothing happens. `noted`: only the state knows. Timers that stop, and `changed`, are left out. What comes over a connection that is over never gets here: its ticket is stale.',
    '',
    ...NAMES.flatMap((name) => [
      `### ${name}`,
      '',
      table(
        ['event', 'what happens'],
        EVENTS.map(({ title, event }) => [title, outcome(stateNamed(name), event)]),
      ),
      '',
    ]),
    '## Everything that waits, and its answer',
    '',
    '`failed`: a bug. An answer with another ticket changes nothing, in any of them.',
    '',
    table(
      ['waits', 'in', 'answer', 'what happens', 'failed'],
      TASKS.map(({ doing, where, answer }) => {
        const state = stateWaiting(where, doing)
        return [
          doing.kind,
          where,
          answer.type,
          outcome(state, answer),
          outcome(state, { type: 'failed', ticket: TASK_TICKET }),
        ]
      }),
    ),
    '',
  ].join('\n')
