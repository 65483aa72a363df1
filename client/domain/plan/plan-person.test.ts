/** Whose plan it is, from who began it, who owns it and to whom it was handed over. */
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { planPersonOf, type PlanOrigin } from './plan-person.ts'

const personId = (fill: number) => toPersonId(new Uint8Array(16).fill(fill))
const [ANS, WANDA, DAUGHTER] = [personId(1), personId(2), personId(3)]
const origin = (changes: Partial<PlanOrigin>): PlanOrigin => ({
  founder: ANS,
  owners: [ANS],
  handedOver: new Map(),
  forSomeone: false,
  ...changes,
})
const byWorker = { founder: WANDA, handedOver: new Map([[WANDA, ANS]]) }

test.each<readonly [string, Partial<PlanOrigin>, ReturnType<typeof personId> | null]>([
  ['of who began it for themself', {}, ANS],
  ['still theirs when others own it too', { owners: [ANS, WANDA] }, ANS],
  ['of nobody yet, begun for somebody', { founder: WANDA, owners: [WANDA], forSomeone: true }, null],
  ['of the only other owner, begun for somebody', { founder: WANDA, owners: [WANDA, ANS], forSomeone: true }, ANS],
  ['of whom it was handed over to', { ...byWorker, owners: [ANS] }, ANS],
  ['still theirs when the giver and a third own it again', { ...byWorker, owners: [WANDA, DAUGHTER, ANS] }, ANS],
  ['of the one owner left, when its person owns it no more', { owners: [DAUGHTER] }, DAUGHTER],
  ['not of the giver, when its person has left', { ...byWorker, owners: [WANDA] }, null],
  ['of nobody, where several are left', { owners: [WANDA, DAUGHTER] }, null],
  ['of nobody without owners', { owners: [] }, null],
  [
    'of the founder, when it came back to them',
    {
      handedOver: new Map([
        [ANS, WANDA],
        [WANDA, ANS],
      ]),
      owners: [ANS],
    },
    ANS,
  ],
])('a plan is %s', (_, changes, person) => expect(planPersonOf(origin(changes))).toBe(person))
