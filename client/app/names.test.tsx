/**
 * A name reaches nothing around it, on any screen: it is cleaned of what cannot be seen, its marks do not pile up, and one that
 * is written from right to left stands isolated. The screens are read from the routes, so a new one is looked at by itself.
 */
import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { toClaims } from '#device/invitation/claims.ts'
import { addCard } from '#domain/contact/contact.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { setAnswer } from '#domain/goals/answers.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { addStep } from '#domain/goals/steps.ts'
import { tellApart, toDrawnName } from '#domain/plan/names.ts'
import { finishCheckIn, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import { BROTHER, createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { createChangedPlan } from '#testing/history-scene.ts'
import { readAddresses } from '#testing/every-route.ts'
import { createFloodedPlan } from '#testing/invitation-scenes.ts'
import { nextTurn } from '#e2e/testing/time.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

/** Two members of one name from right to left, and one whose name hides a turn of direction under a pile of marks. */
const HIDDEN = `Sa\u200bm\u202e${'\u0301'.repeat(30)}`
const NAMES = ['سميرة', HIDDEN, 'سميرة']
const OUTSIDE = { name: `דני\u2067${'\u0300'.repeat(9)}` }

const people = [ME, WORKER, BROTHER].map((member, at) => ({ ...member, name: NAMES[at] ?? '' }))
const told = tellApart(people)
const members = people.map((member) => ({ ...member, ...told.get(member.person) }))
const faces = members.map(({ name, colour }) => ({ name, colour }))
const names = faces.map(({ name }) => name)

/** The sample plan, in which somebody outside it is named wherever a person can be. */
const fill = (doc: PlanDoc): void => {
  const randomness = createRandomness(5)
  const [goal] = readGoals(doc)
  if (goal === undefined) throw new Error('There is a goal.')
  addStep(doc, goal.id, { what: 'Samen naar de bank', who: OUTSIDE }, randomness)
  setAnswer(doc, goal.id, OUTSIDE, { answer: 'agree', words: 'Goed zo' }, randomness)
  const wheel = startCheckIn(doc, { who: OUTSIDE, at: NOW, pack: 'weef' }, randomness)
  setScore(doc, wheel, 'participation', 4, randomness)
  finishCheckIn(doc, wheel, randomness)
  addCard(doc, OUTSIDE, randomness)
}
const sample = createSamplePlan(createRandomness(), NOW)
fill(sample.doc)

const parts = [{ part: 'wheel' as const, title: '', things: 1, letters: 90, taken: { letters: 40, from: 3 } }]
const news = members.map(({ person, name }) => ({ person, name, parts, at: NOW }))
const plans = [
  {
    id: workspaceId(7),
    title: 'Mijn plan',
    archived: false,
    openedAt: NOW,
    unshared: false,
    people: faces,
    news,
    circle: { newcomers: names, renewed: names, mayRemove: true, ended: null },
    myName: names[0] ?? '',
  },
]
const invited = toClaims({ inviter: NAMES[0] ?? '', organisation: HIDDEN, whose: { name: 'of', person: OUTSIDE.name } })

const LINK = `${workspaceId(7)}.k3Jx9_pQ-7sLmZ2vTbN8Ww`
const PARAMETERS: Readonly<Record<string, string>> = {
  ':id': workspaceId(7),
  ':goal': readGoals(sample.doc)[0]?.id ?? '',
  ':conversation': readConversations(sample.doc)[0]?.id ?? '',
  ':link': LINK,
}
const addresses = (): readonly string[] => readAddresses(PARAMETERS)

const ATTRIBUTES = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'content']
const textsOf = (root: Element): readonly string[] => {
  const texts: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent ?? '')
  for (const element of root.querySelectorAll('*'))
    for (const attribute of ATTRIBUTES) texts.push(element.getAttribute(attribute) ?? '')
  return texts.filter((text) => text !== '')
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/u
const UNSEEN = /[\u200b\u202a-\u202e\u2066\u2067]|\p{M}{4}/u
const reaches = (text: string): boolean =>
  UNSEEN.test(text) || RIGHT_TO_LEFT.test(text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, ''))
/** An avatar draws one letter, alone in its box. */
const isInitial = (text: string): boolean => [...text.normalize('NFC')].length === 1

const draw = async (path: string) => {
  const options = {
    doc: sample.doc,
    personAt: sample.personAt,
    members,
    newcomers: members.slice(1),
    renewed: members.slice(1),
    news,
    invitations: createFloodedPlan(9).plan.invitations(),
    history: path.endsWith('/changes') ? await createChangedPlan().plan.history() : undefined,
  }
  const { history, ...rest } = options
  const { plan } = createFakePlan(history === undefined ? rest : { ...rest, history })
  const preview = {
    ok: true,
    kind: 'open',
    role: 'owner',
    people: 2,
    expiresAt: NOW + 60_000,
    greeting: invited,
    needsCode: false,
  } as const
  const screen = await renderApp(path, { plans, plan, preview })
  await screen.findByRole('heading', { level: 1 })
  await nextTurn()
  for (const closed of screen.container.querySelectorAll('[aria-expanded="false"], summary')) fireEvent.click(closed)
  await nextTurn()
  return textsOf(screen.baseElement)
}

const WITHOUT_NAMES = ['/start', '/open', '/import', '/about', '/card', '/put-back']

test.each(addresses())('at %s', async (path) => {
  const texts = await draw(path)
  expect(texts.filter((text) => !isInitial(text) && reaches(text))).toEqual([])
  if (!WITHOUT_NAMES.includes(path)) expect(texts.filter((text) => RIGHT_TO_LEFT.test(text)).length).toBeGreaterThan(0)
})

test('the letter in somebody’s dot is the first of their name', async () => {
  await draw(`/plan/${workspaceId(7)}/people`)
  const initials = [...document.querySelectorAll('.av')].map(({ textContent }) => textContent)
  expect(initials).toEqual(expect.arrayContaining(['س', 'S']))
})

test('the addresses are all there, and what this test looks for is found', () => {
  expect(addresses().length).toBeGreaterThan(18)
  expect([NAMES[0], HIDDEN, OUTSIDE.name].map((name) => reaches(name ?? ''))).toEqual([true, true, true])
  expect(names.map(reaches)).toEqual([false, false, false])
  expect(toDrawnName('Wanda')).toBe('Wanda')
})
