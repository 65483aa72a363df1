/** What was last seen of a plan's overview, as it is stored: words and the kinds of what they stand in. Stored data is outside input. */
import * as v from 'valibot'

/** Another version is left alone: it would be drawn otherwise than it was seen. */
const VERSION = 1
/** In UTF-16 units, as text: a plan of five years takes some 3,000. What is longer is not kept. */
export const LONGEST_SEEN = 32_000

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
const BLOCK = v.variant('is', [
  v.strictObject({ is: v.picklist(['text', 'soft', 'story', 'heading']), text: TEXT }),
  v.strictObject({ is: v.literal('lines'), lines: TEXTS }),
  v.strictObject({ is: v.literal('sayings'), sayings: v.array(TEXTS) }),
  v.strictObject({
    is: v.literal('goals'),
    goals: v.array(
      v.strictObject({
        title: TEXT,
        steps: v.array(v.strictObject({ what: TEXT, details: TEXTS, mark: TEXT })),
        soft: TEXT,
      }),
    ),
  }),
  v.strictObject({ is: v.literal('faces'), faces: v.array(v.strictObject({ name: TEXT, colour: COLOUR })) }),
  v.strictObject({
    is: v.literal('wheel'),
    label: TEXT,
    spokes: v.pipe(v.array(SPOKE), v.maxLength(7)),
    talkAbout: TEXT,
    scale: TEXT,
  }),
])
const SECTION = v.picklist(['story', 'wheel', 'goals', 'conversations', 'contact', 'people'])
const SEEN = v.strictObject({
  version: v.literal(VERSION),
  /** Whose words these are. */
  language: TEXT,
  title: TEXT,
  parts: v.array(
    v.strictObject({
      section: SECTION,
      name: TEXT,
      blocks: v.array(BLOCK),
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

/** `null`: it is too long. */
export const formatSeenLast = (seen: SeenLast): string | null => {
  const text = JSON.stringify({ version: VERSION, ...seen })
  return text.length > LONGEST_SEEN ? null : text
}

/** `null`: damaged, of another version, or nothing of ours. */
export const parseSeenLast = (text: string | null): SeenLast | null => {
  if (text === null || text.length > LONGEST_SEEN) return null
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), SEEN), text)
  if (!parsed.success) return null
  const { version: _, ...seen } = parsed.output
  return seen
}
