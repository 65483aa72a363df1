/** What was last seen of a plan's overview, as it is stored: words and the kinds of what they stand in. Stored data is outside input. */
import * as v from 'valibot'
import { LONGEST_SEEN, SEEN_VERSION } from '../device/seen-last-text.ts'

const TEXT = v.string()
const TEXTS = v.array(TEXT)
const SCORE = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))
const COLOUR = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))
const SPOKE = v.strictObject({
  id: TEXT,
  name: TEXT,
  scores: v.array(v.nullable(SCORE)),
  talkAbout: v.boolean(),
  said: TEXT,
  before: v.nullable(SCORE),
})
const ONE_TEXT = v.strictObject({ is: v.picklist(['text', 'soft', 'story', 'heading']), text: TEXT })
const BLOCKS = {
  text: ONE_TEXT,
  soft: ONE_TEXT,
  story: ONE_TEXT,
  heading: ONE_TEXT,
  lines: v.strictObject({ is: v.literal('lines'), lines: TEXTS }),
  sayings: v.strictObject({ is: v.literal('sayings'), sayings: v.array(TEXTS) }),
  goals: v.strictObject({
    is: v.literal('goals'),
    goals: v.array(
      v.strictObject({
        title: TEXT,
        steps: v.array(v.strictObject({ what: TEXT, details: TEXTS, mark: TEXT })),
        soft: TEXT,
      }),
    ),
  }),
  faces: v.strictObject({
    is: v.literal('faces'),
    faces: v.array(v.strictObject({ name: TEXT, colour: COLOUR })),
  }),
  wheel: v.strictObject({
    is: v.literal('wheel'),
    label: TEXT,
    spokes: v.pipe(v.array(SPOKE), v.maxLength(7)),
    talkAbout: TEXT,
    scale: TEXT,
  }),
}
const KIND = v.object({ is: v.picklist(Object.keys(BLOCKS) as (keyof typeof BLOCKS)[]) })
/** Throws like any schema. */
const parseBlock = (value: unknown) => v.parse(BLOCKS[v.parse(KIND, value).is], value)
const SECTION = v.picklist(['story', 'wheel', 'goals', 'conversations', 'contact', 'people'])
const SEEN = v.strictObject({
  version: v.literal(SEEN_VERSION),
  /** Whose words these are. */
  language: TEXT,
  title: TEXT,
  parts: v.array(
    v.strictObject({
      section: SECTION,
      name: TEXT,
      blocks: v.array(v.pipe(v.unknown(), v.transform(parseBlock))),
    }),
  ),
  /** The parts that are not in the overview. */
  hidden: v.array(v.strictObject({ section: SECTION, name: TEXT })),
  /** What stood above the parts, which the device proposes once. */
  proposal: v.nullable(v.picklist(['card-with-content', 'card-with-ownership'])),
})

type Fixed<Value> = Value extends readonly (infer One)[]
  ? readonly Fixed<One>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Fixed<Value[Name]> }
    : Value
export type SeenLast = Fixed<Omit<v.InferOutput<typeof SEEN>, 'version'>>

/** `null`: damaged, of another version, or nothing of ours. */
export const parseSeenLast = (text: string | null): SeenLast | null => {
  if (text === null || text.length > LONGEST_SEEN) return null
  try {
    const { version: _, ...seen } = v.parse(SEEN, JSON.parse(text))
    return seen
  } catch {
    return null
  }
}
