/**
 * An instrument pack: the wheel's questions as data. Instruments differ in licence, language and wording, so none is
 * written into a screen. Knows the ids of the dimensions, and nothing about their display.
 */
import * as v from 'valibot'
import type { Dimension } from '#domain/document/choices.ts'

/** In characters. A name is shown beside the web, in the corner of a phone; a question is one sentence. */
const NAME_LIMIT = 60
const QUESTION_LIMIT = 160

const line = (limit: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limit))
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))

const dimension = v.strictObject({
  name: line(NAME_LIMIT),
  question: line(QUESTION_LIMIT),
  /** Examples of what the dimension covers; may be empty. */
  aspects: v.pipe(v.array(line(NAME_LIMIT)), v.maxLength(12)),
})

const schema = v.strictObject({
  id,
  version: line(NAME_LIMIT),
  /** BCP 47, such as `nl`. */
  language: id,
  name: line(NAME_LIMIT),
  /** Its maker and origin, shown with the wheel. */
  source: line(QUESTION_LIMIT),
  /** An SPDX id, or the maker's terms in words. */
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

/** The reason is for the pack's author: where in the file, and what is wrong there. */
export const parsePack = (value: unknown): ParsedPack => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return { ok: true, pack: parsed.output }
  const [issue] = parsed.issues
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
}
