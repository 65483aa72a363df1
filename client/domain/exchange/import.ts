/**
 * Reads a file that export.ts made. The reader is total: for any bytes it returns the whole content or the reason of the
 * refusal. It does not judge the meaning: the readers of a peer's writes do.
 */
import { parsePersonId } from '#shared/protocol/ids.ts'
import { DATA_ID } from './export.ts'
import { digestOf, FILE_VERSION, type FileEntity, type FilePerson, FORMAT, type PlanData } from './export-data.ts'
import { parseEntityId } from '../document/entity-id.ts'
import { isSafeLink } from '../document/links.ts'
import { NAME_LIMIT } from '../plan/people.ts'
import { type Plain, TITLE_LIMIT, toLine, toPlain } from '../document/plain.ts'
import { ENTITY_KINDS, type EntityKind, SCHEMA_VERSION } from '../document/plan-doc.ts'
import type { Block, Run } from '../story/story.ts'

/** `damaged`: such a file with a missing or changed part. `newer`: a file of a newer app. */
export type ImportFailure = 'too-large' | 'not-a-plan' | 'damaged' | 'newer'
export type ImportResult =
  | { readonly ok: true; readonly plan: PlanData }
  | { readonly ok: false; readonly reason: ImportFailure }

/** The most characters of a file: a plan that fits into one item (4 MiB), and as much again for the readable half. */
export const MAX_FILE_LENGTH = 8 * 1024 * 1024

/** Reads a page as a browser does, which this layer has not: the text of one of its elements; `null`: it has none. */
export type ReadPage = (page: string, id: string) => string | null

export const parsePlanFile = (text: string, readPage: ReadPage): ImportResult => {
  if (text.length > MAX_FILE_LENGTH) return { ok: false, reason: 'too-large' }
  const found = findData(text, readPage)
  if (found === null) return { ok: false, reason: text.includes(DATA_ID) ? 'damaged' : 'not-a-plan' }
  const file = parseJson(found)
  if (!isRecord(file)) return { ok: false, reason: found.includes(FORMAT) ? 'damaged' : 'not-a-plan' }
  const { format, version, digest, plan } = file
  if (format !== FORMAT || typeof version !== 'number') return { ok: false, reason: 'not-a-plan' }
  if (version > FILE_VERSION) return { ok: false, reason: 'newer' }
  // Absent in a file of another program.
  if (digest !== undefined && digest !== safeDigest(plan)) return { ok: false, reason: 'damaged' }
  const data = parsePlanData(plan)
  if (data === null) return { ok: false, reason: 'damaged' }
  return data.schema > SCHEMA_VERSION ? { ok: false, reason: 'newer' } : { ok: true, plan: data }
}

/** The data by itself, from the page, or from its words alone, as some browsers save a page. */
const findData = (text: string, readPage: ReadPage): string | null => {
  if (text.trimStart().startsWith('{')) return text
  const found = readPage(text, DATA_ID)
  if (found?.trimStart().startsWith('{')) return found
  const start = text.search(/\{\s*"format":/)
  return start < 0 ? found : text.slice(start, text.lastIndexOf('}') + 1)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether the data is nested too deep to be written again. */
const safeDigest = (plan: unknown): string => {
  try {
    return digestOf(plan)
  } catch {
    return ''
  }
}

type Fields = { readonly [name: string]: unknown }
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsePlanData = (value: unknown): PlanData | null => {
  if (!isRecord(value)) return null
  const { schema, savedAt, title, people, story, entities, values } = value
  const blocks = parseBlocks(story, MAX_DEPTH)
  const kinds = isRecord(entities) ? parseKinds(entities) : null
  const single = isRecord(values) ? parseValues(values) : null
  if (!isCount(schema) || !isCount(savedAt) || !Array.isArray(people)) return null
  if (blocks === null || kinds === null || single === null) return null
  return {
    schema,
    savedAt,
    title: toLine(title, TITLE_LIMIT) ?? '',
    people: people.map(parsePerson).filter((person) => person !== null),
    story: blocks,
    entities: kinds,
    writtenDown: {}, // everything is written anew here, by the person who opens the file
    values: single,
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const parsePerson = (value: unknown): FilePerson | null => {
  const person = isRecord(value) && typeof value['person'] === 'string' ? parsePersonId(value['person']) : null
  return person === null || !isRecord(value) ? null : { person, name: toLine(value['name'], NAME_LIMIT) ?? '' }
}

const parseKinds = (entities: Fields): PlanData['entities'] | null => {
  const kinds = ENTITY_KINDS.map((kind): [EntityKind, { [id: string]: FileEntity }] | null => {
    const all = entities[kind] ?? {}
    if (!isRecord(all)) return null
    const parsed = Object.entries(all).map(([id, entity]) => [parseEntityId(id), parseEntity(entity)] as const)
    if (parsed.some(([id, entity]) => id === null || entity === null)) return null
    return [kind, Object.fromEntries(parsed) as { [id: string]: FileEntity }]
  })
  return kinds.includes(null) ? null : (Object.fromEntries(kinds as [EntityKind, unknown][]) as PlanData['entities'])
}

const parseEntity = (value: unknown): FileEntity | null => {
  if (!isRecord(value) || !isRecord(value['texts'])) return null
  const fixed = toPlain(value['fixed'])
  const texts = Object.entries(value['texts'])
  if (!isRecord(fixed) || !texts.every(([, text]) => typeof text === 'string')) return null
  const { aside } = value
  return {
    fixed: fixed as FileEntity['fixed'],
    texts: Object.fromEntries(texts.map(([name, text]) => [name, (text as string).toWellFormed()])),
    aside: isCount(aside) ? aside : null,
  }
}

/** The values by `<entity>/<field>`. */
const parseValues = (values: Fields): PlanData['values'] | null => {
  const parsed = Object.entries(values).map(([key, several]) => {
    const plain = Array.isArray(several) ? several.map((value) => toPlain(value)) : []
    return [key, plain.length > 0 && plain.every((value) => value !== undefined) ? plain : null] as const
  })
  const isWhole = parsed.every(([key, plain]) => plain !== null && /^[^/#]+\/[^#]+$/.test(key))
  return isWhole ? (Object.fromEntries(parsed) as { [key: string]: readonly Plain[] }) : null
}

/** The most levels of blocks: lists in lists as deep as a story is read (story.ts), and the words in the deepest. */
const MAX_DEPTH = 25

const parseBlocks = (value: unknown, depth: number): readonly Block[] | null => {
  if (!Array.isArray(value) || depth === 0) return null
  const blocks = value.map((block) => parseBlock(block, depth))
  return blocks.every((block) => block !== null) ? blocks : null
}

const parseBlock = (value: unknown, depth: number): Block | null => {
  if (!isRecord(value)) return null
  const { name, level, ordered, start, items } = value
  if (name === 'list') {
    const parsed = Array.isArray(items) ? items.map((item) => parseBlocks(item, depth - 1)) : [null]
    if (!parsed.every((item) => item !== null)) return null
    return {
      name,
      ordered: ordered === true,
      start: Number.isSafeInteger(start) ? (start as number) : 1,
      items: parsed,
    }
  }
  const runs = Array.isArray(value['runs']) ? value['runs'].map(parseRun) : [null]
  if (!runs.every((run) => run !== null)) return null
  if (name === 'heading') return { name, level: level === 3 ? 3 : 2, runs }
  return name === 'paragraph' ? { name, runs } : null
}

const parseRun = (value: unknown): Run | null => {
  if (!isRecord(value) || typeof value['text'] !== 'string') return null
  const { text, bold, italic, link } = value
  return {
    text: text.toWellFormed(),
    bold: bold === true,
    italic: italic === true,
    link: typeof link === 'string' && isSafeLink(link) ? link : null,
  }
}
