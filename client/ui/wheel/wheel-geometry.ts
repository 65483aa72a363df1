/** The geometry of the wheel's web. Pure numbers: knows no screen, no meaning of scores and no words. */

export type Point = { readonly x: number; readonly y: number }
/** `null`: none. Two or more: set at the same time, not chosen yet. */
export type Scores = readonly (number | null)[]

export const HIGHEST = 10

/** In units of the drawing, from its centre. As wide as the dots at the tips of six spokes need: names are in the corners. */
export const HALF_WIDTH = 92
export const HALF_HEIGHT = 100
export const DOT = 10
/** Radius of ten, and of zero: zero has a place of its own on each spoke, so that six zeros are not one dot. */
const OUTER = 86
const INNER = 20
/** Closer to the centre than this, the spoke is ambiguous. */
const BLIND = 8
/** How far beside a spoke still counts as that spoke: about half a finger when the drawing is as wide as a phone. */
const REACH = 16

const toRadius = (score: number): number => INNER + ((OUTER - INNER) * score) / HIGHEST

const toAngle = (index: number, count: number): number => (2 * Math.PI * index) / count

const round = (value: number): number => Math.round(value * 100) / 100

const toXY = (index: number, count: number, radius: number): Point => ({
  x: round(Math.sin(toAngle(index, count)) * radius),
  y: round(-Math.cos(toAngle(index, count)) * radius),
})

/** Spokes go clockwise, from the top. */
export const toPoint = (index: number, count: number, score: number): Point => toXY(index, count, toRadius(score))

/** Where the ends of the scale are written: between the first two spokes, where no dot stands, zero inside and ten outside. */
export const toScaleEnds = (count: number): readonly { readonly score: number; readonly at: Point }[] => [
  { score: 0, at: toXY(0.5, count, INNER * 0.62) },
  { score: HIGHEST, at: toXY(0.5, count, OUTER * 0.96) },
]

export const toPath = (points: readonly Point[], closed: boolean): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (closed ? 'Z' : '')

/** One for every two points, zero included. */
export const toRings = (count: number): readonly string[] =>
  [0, 2, 4, 6, 8, HIGHEST].map((score) =>
    toPath(
      indexes(count).map((index) => toPoint(index, count, score)),
      true,
    ),
  )

export const toSpokes = (count: number): readonly string[] =>
  indexes(count).map((index) => toPath([{ x: 0, y: 0 }, toPoint(index, count, HIGHEST)], false))

/** Edges between two neighbours that both have a score; beside one without a score the web stays open. */
export const toEdges = (scores: Scores): readonly { readonly wedge: string; readonly line: string }[] =>
  scores.flatMap((score, index) => {
    const next = (index + 1) % scores.length
    const other = scores[next]
    if (score === null || other === null || other === undefined) return []
    const ends = [toPoint(index, scores.length, score), toPoint(next, scores.length, other)]
    return [{ wedge: toPath([{ x: 0, y: 0 }, ...ends], true), line: toPath(ends, false) }]
  })

/** The spoke that a point means; `null` when it means none. */
export const findSpoke = ({ x, y }: Point, count: number): number | null => {
  const distance = Math.hypot(x, y)
  const turned = Math.round((Math.atan2(x, -y) / (2 * Math.PI)) * count)
  const index = (turned + count) % count
  const beside = Math.abs(distance * Math.sin(Math.atan2(x, -y) - toAngle(turned, count)))
  return distance < BLIND || beside > REACH || distance > OUTER + REACH ? null : index
}

/** For a finger that already drags this spoke, wherever it goes. */
export const scoreAlong = (index: number, count: number, { x, y }: Point): number => {
  const along = x * Math.sin(toAngle(index, count)) - y * Math.cos(toAngle(index, count))
  return Math.min(HIGHEST, Math.max(0, Math.round(((along - INNER) / (OUTER - INNER)) * HIGHEST)))
}

/** Units from one score to the next along the thread of an additional topic. */
const STEP = 16
export const toThreadX = (score: number): number => (score - HIGHEST / 2) * STEP
export const fromThreadX = (x: number): number => Math.min(HIGHEST, Math.max(0, Math.round(x / STEP + HIGHEST / 2)))

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
