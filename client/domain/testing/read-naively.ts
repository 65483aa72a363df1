/** A naive reader of a whole document, key by key and without a state, as the reference for the reducer. It is slow on purpose, and shares none of its steps. */
import * as Y from 'yjs'
import { clientOf } from '../document/written-by.ts'

/** The names of the root maps in every document, each with its kind in a state. */
const ROOTS = {
  wish: 'wishes',
  goal: 'goals',
  step: 'steps',
  checkIn: 'checkIns',
  contactCard: 'contactCards',
  conversation: 'conversations',
  talkPoint: 'talkPoints',
} as const

/** Lines such as `goal x7Fa… title="Naar buiten"` and `goal:x7Fa…/status#Qz… by 7 "active"`, sorted. */
export const readNaively = (doc: Y.Doc): readonly string[] => [...entityLines(doc), ...valueLines(doc)].sort()

const entityLines = (doc: Y.Doc): readonly string[] =>
  Object.entries(ROOTS).flatMap(([kind, root]) => {
    const lines: string[] = []
    doc.getMap<unknown>(root).forEach((map, id) => {
      if (!(map instanceof Y.Map) || id.length !== 11 || /[^A-Za-z0-9_-]/.test(id)) return
      lines.push(`${kind} ${id} by ${clientOf(doc.getMap(root), id)}`)
      map.forEach((value: unknown, name) => void lines.push(`${kind} ${id} ${name}=${toLine(value)}`))
    })
    return lines
  })

const valueLines = (doc: Y.Doc): readonly string[] => {
  const lines: string[] = []
  doc.getMap<unknown>('values').forEach((value, name) => {
    if (/^[^/#]*\/[^#]*#/s.test(name)) lines.push(`${name} by ${clientOf(doc.getMap('values'), name)} ${toLine(value)}`)
  })
  return lines
}

const toLine = (value: unknown): string =>
  value instanceof Y.Text ? `“${value.toString()}”` : value instanceof Uint8Array ? '?' : JSON.stringify(value)
