/** What others changed in a plan, as its row keeps it, and its parsers. */
import * as v from 'valibot'
import type { PersonId } from '#shared/protocol/ids.ts'
import { COUNT, MOMENT, PERSON_ID } from './numbers.ts'

/** `at`: ms since epoch. The domain knows which parts there are; `title` is this plan's own name of one. */
export type NewsRow = {
  readonly name: string
  readonly parts: readonly {
    readonly part: string
    readonly title?: string | undefined
    readonly things: number
    readonly letters: number
    /** The things by kind; the app knows which kinds there are. */
    readonly kinds?: readonly { readonly kind: string; readonly count: number }[] | undefined
    /** Letters that were there at the last look and were taken away, from this item of the log on. */
    readonly taken?: TakenOfPart | undefined
  }[]
  readonly at: number | null
}

/** Letters that are gone, from this item of the log to that. */
export type TakenOfPart = { readonly letters: number; readonly from: number; readonly to?: number | undefined }

/** What one person took away of one part. The domain knows which parts there are. `at`: of the first, by the relay's clock, in ms since epoch. */
export type TakenRow = {
  readonly person: PersonId
  readonly part: string
  readonly letters: number
  readonly from: number
  readonly to: number
  readonly at: number
}

export const NEWS = v.object({
  name: v.string(),
  parts: v.array(
    v.object({
      part: v.string(),
      title: v.optional(v.string()),
      things: COUNT,
      letters: COUNT,
      kinds: v.optional(v.array(v.object({ kind: v.string(), count: COUNT }))),
      taken: v.optional(v.object({ letters: COUNT, from: COUNT, to: v.optional(COUNT) })),
    }),
  ),
  at: v.fallback(v.nullable(MOMENT), null),
})
const TAKEN_ROW = v.object({
  person: PERSON_ID,
  part: v.string(),
  letters: COUNT,
  from: COUNT,
  to: COUNT,
  at: MOMENT,
})
/** One that does not read takes none of the others along: each is news that nobody has dealt with. */
export const TAKEN = v.pipe(
  v.array(v.unknown()),
  v.transform((all) =>
    all.flatMap((one): readonly TakenRow[] => {
      const { success, output } = v.safeParse(TAKEN_ROW, one)
      return success && output.person !== null ? [{ ...output, person: output.person }] : []
    }),
  ),
)
