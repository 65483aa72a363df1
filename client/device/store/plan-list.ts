/** The rows of this device's plans as the home screen lists them, and in the order in which they are visited. Pure. */
import { parseItem } from '#domain/agenda/agenda-item.ts'
import type { NewsPart } from '#domain/news/news.ts'
import type { PlanSummary } from '#ports/device.ts'
import type { NewsOfKind, ThingKind } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Coming, PlanRow } from '#storage/rows.ts'

/** Repeated here, because the domain's list would load all of Yjs. */
const NEWS_PARTS: Readonly<Record<NewsPart, true>> = {
  story: true,
  wheel: true,
  goals: true,
  conversations: true,
  contact: true,
  people: true,
  plan: true,
}
const isNewsPart = (part: string): part is NewsPart => Object.hasOwn(NEWS_PARTS, part)

const THING_KINDS: Readonly<Record<ThingKind, true>> = {
  wish: true,
  goal: true,
  step: true,
  checkIn: true,
  contactCard: true,
  conversation: true,
  talkPoint: true,
  story: true,
  plan: true,
  section: true,
  person: true,
}
const isNewsOfKind = (of: { readonly kind: string; readonly count: number }): of is NewsOfKind =>
  Object.hasOwn(THING_KINDS, of.kind)

const toSummary = ({ id, title, archived, openedAt, people, unshared, news, ...row }: PlanRow): PlanSummary => ({
  ...(row.myName ? { myName: row.myName } : {}),
  ...(row.whose === undefined ? {} : { whose: row.whose }),
  ...(row.agenda === undefined ? {} : { agenda: row.agenda.map(parseItem).filter((item) => item !== null) }),
  ...(row.coming === 'title' || row.coming === 'content' ? { coming: row.coming } : {}),
  ...(row.person ? { asBefore: true } : {}),
  ...(row.circle ? { circle: row.circle } : {}),
  ...(row.move && row.move.stage !== 'ask' && row.move.stage !== 'gone' ? { moving: true } : {}),
  ...(row.invited === true ? { invited: true } : {}),
  ...(row.forWhom === 'joined' ? { joined: true } : {}),
  id,
  title,
  archived,
  openedAt,
  people,
  unshared,
  news: news.map(({ name, at, parts }) => ({
    name,
    at,
    parts: parts.flatMap(({ part, kinds, ...amount }) =>
      isNewsPart(part)
        ? [{ part, ...amount, ...(kinds === undefined ? {} : { kinds: kinds.filter(isNewsOfKind) }) }]
        : [],
    ),
  })),
})

const RANK: Readonly<Record<Coming, number>> = { title: 1, content: 2, refused: 5 }
/**
 * Plans with unshared edits first, then those that move to a new key card or come after one, archived ones last, the others by when they were
 * opened. While plans are coming, the others wait.
 */
export const toVisit = (rows: readonly PlanRow[]): readonly WorkspaceId[] => {
  const rank = ({ archived, unshared, coming, move }: PlanRow): number =>
    unshared ? 0 : move && move.stage !== 'gone' ? 1 : coming ? RANK[coming] : archived ? 4 : 3
  const last = rows.some(({ coming }) => coming === 'title' || coming === 'content') ? 2 : 4
  return rows
    .filter((row) => rank(row) <= last)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id)
}

export const sameSummaries = (a: readonly PlanSummary[], b: readonly PlanSummary[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** What the relay refused stands in the notice of the restore, not among the plans. */
export const toSummaries = (rows: readonly PlanRow[]): readonly PlanSummary[] =>
  rows.filter(({ coming }) => coming !== 'refused').map(toSummary)

/** `now`: ms since epoch. */
export const newRow = (id: WorkspaceId, forWhom: PlanRow['forWhom'], title: string, now: number): PlanRow => ({
  id,
  title,
  forWhom,
  people: [],
  archived: false,
  openedAt: now,
  unshared: forWhom !== 'joined',
  sharedAt: null,
  seen: null,
  news: [],
  circle: null,
})
