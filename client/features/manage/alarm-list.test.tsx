import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { setMyName } from '#domain/plan/people.ts'
import {
  alarm,
  createFakePlan,
  createRandomness,
  NOW,
  personId,
  SHARED,
  WORKER,
  workspaceId,
} from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`
const UNREADABLE = alarm('unreadable', { person: WORKER.person, place: 31 })

const told = () =>
  createFakePlan({
    alarms: [
      UNREADABLE,
      alarm('unreadable', { id: 'more', person: WORKER.person, place: 40, count: 5, at: NOW }),
      alarm('too-late', { person: personId(1), at: NOW - 2 }),
      alarm('bad-checkpoint', { person: personId(9), lost: 'Mijn eigen woorden' }),
    ],
    alarmItems: new Map([[UNREADABLE.id, 'AQID']]),
  })

test.each([
  ['nl', nl],
  ['en', en],
] as const)(
  'the banner shows new and serious alarms until somebody has seen them; the list shows all (%s)',
  async (language, words) => {
    const fake = told()
    setMyName(fake.doc, personId(9), 'Wim', createRandomness(3))
    const screen = await renderApp(`${PLAN}/people`, { plan: fake.plan }, { language })
    const what = (name: keyof typeof words.alarms.told, who: string) => words.alarms.told[name].what(who)
    const banner = (await screen.findByText(words.sharing.alarmTitle)).closest<HTMLElement>('[role="status"]')
    expect(within(banner!).getByText(what('unreadable', 'Wanda'))).toBeTruthy()
    expect(within(banner!).getByText(what('bad-checkpoint', words.alarms.gone('Wim')))).toBeTruthy()
    expect(within(banner!).queryByText(what('too-late', words.general.youWithin))).toBeNull()
    expect(within(banner!).getByText(words.alarms.lostSomewhere)).toBeTruthy()
    fireEvent.click(within(banner!).getByRole('link', { name: words.alarms.look }))
    await screen.findByRole('heading', { name: words.alarms.title })
    expect(screen.queryByRole('link', { name: words.alarms.look })).toBeNull() // already on that screen
    fireEvent.click(screen.getByRole('button', { name: words.alarms.dismiss }))
    expect(screen.queryByText(words.sharing.alarmTitle)).toBeNull()
    const [list] = page.getAllByRole('list').filter((each) => within(each).queryByText(what('unreadable', 'Wanda')))
    const items = within(list!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(items).toHaveLength(3) // equal ones are joined
    expect(items[0]).toContain(
      what('unreadable', 'Wanda') + words.alarms.when(NOW, NOW, 6) + words.alarms.told.unreadable.advice,
    )
    expect(items[1]).toContain(what('too-late', words.general.youWithin))
    fireEvent.click(screen.getByRole('button', { name: words.alarms.copyLost }))
    expect(screen.platform.copied).toEqual(['Mijn eigen woorden'])
  },
)

test.each([
  ['nl', nl],
  ['en', en],
] as const)(
  'the file has author, time, rule and place, with the item as received, and no words of ours (%s)',
  async (language, words) => {
    const screen = await renderApp(`${PLAN}/manage`, { plan: told().plan }, { language })
    fireEvent.click(await screen.findByRole('button', { name: words.alarms.save }))
    await waitFor(() => expect(screen.platform.files).toHaveLength(1))
    const [file] = screen.platform.files
    expect([file?.type, file?.name.endsWith('.txt')]).toEqual(['text/plain', true])
    const blocks = file?.text.split('\n\n') ?? []
    expect(blocks).toHaveLength(5)
    const { file: labels } = words.alarms
    const first = blocks.find((block) => block.includes(`${labels.place}: 31`))
    for (const line of [
      words.alarms.told.unreadable.what('Wanda'),
      `${labels.who}: Wanda (${WORKER.person})`,
      `${labels.when}: ${new Date(UNREADABLE.at).toISOString()}`,
      `${labels.rule}: E3`,
      `${labels.times}: 1`,
      `${labels.item}: AQID`,
    ])
      expect(first).toContain(line)
    expect(blocks.find((block) => block.includes(`${labels.place}: 40`))).toContain(`${labels.item}: ${labels.notKept}`)
    expect(file?.text).not.toContain('Mijn eigen woorden')
  },
)

test("a flood of alarms by one person does not push the plan off the screen, nor others' alarms", async () => {
  const kinds = ['unreadable', 'not-own', 'incomplete', 'other-log', 'bad-key'] as const
  const alarms = kinds.map((name) => alarm(name, { person: WORKER.person }))
  const screen = await renderApp(`${PLAN}/people`, { plan: createFakePlan({ alarms }).plan })
  const banner = (await screen.findByText(nl.sharing.alarmTitle)).closest<HTMLElement>('[role="status"]')
  expect(within(banner!).getAllByText(/Wanda/)).toHaveLength(3)
  expect(within(banner!).getByText(nl.alarms.safe)).toBeTruthy()
})

test('nothing that is unsaved is called saved', async () => {
  const saved = { failed: 'full' } as const
  const fake = createFakePlan({ alarms: [UNREADABLE], sharing: { ...SHARED, saved } })
  const screen = await renderApp(`${PLAN}/manage`, { plan: fake.plan })
  await screen.findByText(nl.alarms.title)
  expect(document.body.textContent).not.toContain(nl.alarms.safe)
})

test('without alarms there is no list', async () => {
  const screen = await renderApp(`${PLAN}/manage`)
  await screen.findByText(nl.takeOut.title)
  expect(screen.queryByText(nl.alarms.title)).toBeNull()
})
