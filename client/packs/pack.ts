/**
 * An instrument pack: what the wheel asks, as data. Instruments differ in licence, language and wording, so none of them
 * is written into a screen. Knows the ids of the dimensions, and nothing of how they are shown.
 */
import * as v from 'valibot'
import type { Dimension } from '#domain/document/choices.ts'

/** Characters. A name stands beside the web, in the corner of a phone; a question is one sentence. */
const NAME_LIMIT = 60
const QUESTION_LIMIT = 160

const line = (limit: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limit))
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))

const dimension = v.strictObject({
  name: line(NAME_LIMIT),
  question: line(QUESTION_LIMIT),
  /** What one may think of; none is fine. */
  aspects: v.pipe(v.array(line(NAME_LIMIT)), v.maxLength(12)),
})

const schema = v.strictObject({
  id,
  version: line(NAME_LIMIT),
  /** BCP 47, such as `nl`. */
  language: id,
  name: line(NAME_LIMIT),
  /** Who made it and where it is from: shown with the wheel. */
  source: line(QUESTION_LIMIT),
  /** SPDX, or in words what its maker allows. */
  licence: line(QUESTION_LIMIT),
  dimensions: v.strictObject({
    'bodily-functions': dimension,
    'mental-wellbeing': dimension,
    meaningfulness: dimension,
    'quality-of-life': dimension,
    participation: dimension,
    'daily-functioning': dimension,
  } satisfies Record<Dimension, typeof dimension>),
})

export type Pack = v.InferOutput<typeof schema>

export type ParsedPack = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly reason: string }

/** The reason is for whoever makes a pack: where in the file, and what is wrong there. */
export const parsePack = (value: unknown): ParsedPack => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return { ok: true, pack: parsed.output }
  const [issue] = parsed.issues
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
}
