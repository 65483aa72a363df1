/** Who invites stands in the invitation, as a claim; without a name it says how to check. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PreviewResult } from '#ports/device.ts'
import { holdApart } from '#wording/hold-apart.ts'
import { toInvitationLine } from '#wording/invitation.ts'
import { nextTurn } from '#e2e/testing/time.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const JOIN = `/join/${workspaceId(7)}.${workspaceId(3)}`
type Open = Extract<PreviewResult, { kind: 'open' }>

const invited = (greeting: Open['greeting']): PreviewResult => ({
  ok: true,
  kind: 'open',
  role: 'editor',
  people: 2,
  expiresAt: NOW + 1e6,
  greeting,
  needsCode: false,
})

test.each([
  [
    { inviter: 'Wanda', organisation: 'Buurtteam Oost', whose: { name: 'of', person: 'Sam' } },
    'Wanda (Buurtteam Oost) nodigt je uit voor het plan van Sam',
  ],
  [{ inviter: 'Ans', organisation: '', whose: { name: 'inviters' } }, 'Ans nodigt je uit voor zijn of haar plan'],
  [{ inviter: 'Ans', organisation: '', whose: { name: 'theirs' } }, 'Ans nodigt je uit. Het plan wordt van jou'],
  [{ inviter: 'Ans', organisation: '', whose: { name: 'not-said' } }, 'Ans nodigt je uit om mee te doen met een plan'],
] as const)('%j: %s', async (greeting, sentence) => {
  await renderApp(JOIN, { preview: invited(greeting) })
  const heading = await page.findByRole('heading', { level: 2, name: toInvitationLine(nl, greeting) })
  // Of no other person's colour: the plan, which knows the inviter's, is not here yet.
  expect(document.querySelector('main .av')?.getAttribute('data-colour')).toBeNull()
  expect(heading.textContent).toBe(sentence)
  expect(page.getByText(nl.join.check.named)).toBeTruthy()
})

test.each([null, { inviter: '', organisation: '', whose: { name: 'not-said' } } as const])(
  'without a name (%j) it says how to check with the sender',
  async (greeting) => {
    await renderApp(JOIN, { preview: invited(greeting) })
    expect(await page.findByText(nl.join.check.unnamed)).toBeTruthy()
    expect(
      page.getByRole('heading', { level: 2, name: 'Iemand nodigt je uit om mee te doen met een plan' }),
    ).toBeTruthy()
  },
)

test('a name that reads from right to left turns nothing around it', () => {
  const greeting = { inviter: 'ضياء', organisation: '', whose: { name: 'of', person: 'Sam' } } as const
  expect(toInvitationLine(holdApart(nl), greeting)).toBe('\u200e\u2068ضياء\u2069 nodigt je uit voor het plan van Sam')
})

test('one that does not work yet says from whom it is, and can be tried again', async () => {
  const greeting = { inviter: 'Wanda', organisation: '', whose: { name: 'theirs' } } as const
  await renderApp(JOIN, { preview: { ok: false, reason: 'not-yet', greeting } })
  expect((await page.findByRole('alert')).textContent).toContain(nl.join.failure['not-yet'].safe)
  expect(page.getByText(`${toInvitationLine(nl, greeting)}.`)).toBeTruthy()
  expect(page.getByRole('button', { name: nl.join.retry })).toBeTruthy()
})

test('the next link, in the same window, is not told off for the one before', async () => {
  await renderApp(JOIN, { preview: invited(null), joined: { ok: false, reason: 'locked' } })
  fireEvent.click(await page.findByRole('button', { name: nl.join.go }))
  expect(await page.findByText(nl.join.failure.locked.what)).toBeTruthy()
  window.location.hash = `#/join/${workspaceId(8)}.${workspaceId(4)}`
  expect(await page.findByRole('button', { name: nl.join.go })).toBeTruthy()
  expect(page.queryByText(nl.join.failure.locked.what)).toBeNull()
})

test('a code is taken in the digits of any keyboard', async () => {
  const screen = await renderApp(JOIN, { preview: { ...invited(null), needsCode: true } as Open })
  const field = await page.findByLabelText(nl.join.code)
  const join = page.getByRole('button', { name: nl.join.go })
  fireEvent.input(field, { target: { value: '١٢٣-٤٥' } })
  fireEvent.click(join)
  expect(page.getByText(nl.join.codeShape)).toBeTruthy()
  fireEvent.input(field, { target: { value: '\u200f١٢٣-٤٥٦' } })
  fireEvent.click(join)
  await nextTurn()
  expect(screen.device.asked.joined).toMatchObject([{ code: '123456' }])
})

test.each([')', '.', '*', '%3E', '%20Groetjes,%20Wilma', '?fbclid=IwAR0', '/'])(
  'a link is taken that was tapped with “%s” behind it',
  async (behind) => {
    await renderApp(JOIN + behind, { preview: invited(null) })
    expect(await page.findByRole('button', { name: nl.join.go })).toBeTruthy()
  },
)
