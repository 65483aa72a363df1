/**
 * Every screen in every relevant state, inspected in every theme, at every size, with large and widely spaced text, and in the
 * pseudo language.
 */
import type { Person } from '../support/people.ts'
import { inspect } from '../support/sweep/inspect.ts'
import { isAt, TOURS, toVisit, visited } from '../support/sweep/tours.ts'
import { expect, test } from '../support/test.ts'

test.use({ trace: 'off' }) // it would record every picture of every size
test.setTimeout(300_000) // ms: many screens, each inspected in fourteen ways

const PHONE = { width: 360, height: 740 }

test('every route, page and dialog has a visit, and no visit leads nowhere', () => {
  expect(toVisit.at.length, 'the route table can be read').toBeGreaterThan(8)
  expect(toVisit.dialogs.length, 'dialogs can be found').toBeGreaterThan(0)
  expect(visited).toEqual(toVisit)
})

for (const tour of TOURS) {
  test(`${tour.name}: for everybody, in every theme`, async ({ person, relay, words }) => {
    const people = new Map<string, Person>()
    const meet = async (name: string): Promise<Person> => {
      const met = people.get(name) ?? (await person(name, { viewport: PHONE, hasTouch: true }))
      people.set(name, met)
      return met
    }
    const files = new Map<string, string>()
    const found: string[] = []
    for (const visit of tour.visits)
      await test.step(visit.name, async () => {
        const page = await visit.show({ meet, relay, files })
        expect(isAt(visit.at, page.url()), `${visit.name} is at ${visit.at}, not ${page.url()}`).toBe(true)
        await expect(page.getByRole('alertdialog')).toHaveCount(visit.dialog === undefined ? 0 : 1)
        await inspect(page, words, visit, (trouble) => void found.push(trouble))
      })
    expect(found).toEqual([])
  })
}
