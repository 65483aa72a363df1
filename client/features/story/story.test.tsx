import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { addWish, readWishes } from '#domain/goals/wishes.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { parseStoredUndo, protectDeleted } from '#domain/undo/stored-undo.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test.each([
  ['editor', nl.story.exampleOfAnother],
  ['reader', nl.story.empty],
] as const)('an empty story says what an %s can do with it', async (role, words) => {
  const members = [
    { ...ME, role },
    { ...WORKER, role: 'owner' as const },
  ]
  const title = nl.whose.of.story('Wanda')
  await renderApp(`/plan/${workspaceId(7)}/story`, { plan: createFakePlan({ members }).plan })
  const story = await page.findByRole('textbox', { name: title })
  expect(page.getByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(story.dataset['placeholder']).toBe(words)
  expect(page.getByText(nl.story.leads[role])).toBeTruthy()
  expect(page.queryByText(nl.story.leads.owner)).toBeNull() // "what you write stays yours" is for whose story it is
})

test('who is alone is neither told so nor asked who wrote it, and no first word pushes the text away', async () => {
  const alone = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${alone.plan.id}/story`, { plan: alone.plan })
  const write = async (): Promise<void> => {
    const found = await page.findByRole('textbox', { name: nl.plan.story })
    ;(found as HTMLElement & { editor: Editor }).editor.commands.setContent('<p>Ik woon alleen.</p>')
  }
  await write()
  expect(page.queryByText(/^Nu hier: /)).toBeNull()
  expect(page.queryByText(nl.story.authors.show)).toBeNull()
  cleanup()
  const together = createFakePlan()
  await renderApp(`/plan/${together.plan.id}/story`, { plan: together.plan })
  await page.findByRole('textbox', { name: nl.plan.story })
  expect(page.getByText(/^Nu hier: /)).toBeTruthy()
  const button = page.getByText(nl.story.authors.show) // its room is kept for when there is something to ask
  await write()
  await expect.poll(() => button.closest('.st-no-text')).toBeNull()
  expect(page.getByText(nl.story.authors.show)).toBe(button)
})

test('[rule 5] undo acts only on the screen where the act was done, and leads there first', async () => {
  const fake = createFakePlan({ members: [ME] })
  const at = (part: string) => `#/plan/${fake.plan.id}${part}`
  const goTo = async (part: string, title: string) => {
    window.location.hash = at(part)
    await page.findByRole('heading', { level: 1, name: title })
  }
  await renderApp(at('/goals').slice(1), { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  addWish(fake.doc, 'Rust in huis', createRandomness(5))
  const undoName = `${nl.undo.undo}: ${nl.undo.kinds.wish}`
  expect(page.getByRole('button', { name: undoName })).toBeTruthy()

  await goTo('/invite', nl.invite.title)
  expect(page.queryByRole('button', { name: undoName })).toBeNull()
  expect(page.queryByRole('region', { name: nl.undo.title })).toBeNull()
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  await expect.poll(() => window.location.hash).toBe(at('/goals'))
  expect(readWishes(fake.doc).length).toBe(1)
  expect(await page.findByText(nl.undo.led(`${nl.undo.last}: ${nl.undo.kinds.wish}`))).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(readWishes(fake.doc)).toEqual([])
  expect(page.getByRole('button', { name: `${nl.undo.redo}: ${nl.undo.kinds.wish}` })).toBeTruthy()

  await goTo('/invite', nl.invite.title)
  expect(page.queryByRole('region', { name: nl.undo.title })).toBeNull()
})

test('beside the story, keys for undo neither act on another screen nor lead away', async () => {
  const fake = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${fake.plan.id}/goals`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  addWish(fake.doc, 'Rust in huis', createRandomness(5))
  window.location.hash = `/plan/${fake.plan.id}/story`
  await page.findByRole('textbox', { name: nl.plan.story })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(window.location.hash).toMatch(/story$/)
  expect(readWishes(fake.doc).length).toBe(1)
  expect(page.queryByRole('region', { name: nl.undo.title })).toBeNull()
})

test('undo knows after a reload what was done before it, in the story too, and after leaving the story', async () => {
  const doc = createPlanDoc()
  const fake = createFakePlan({ doc })
  const { unmount } = await renderApp(`/plan/${fake.plan.id}/story`, { plan: fake.plan })
  const editor = async (): Promise<Editor> => {
    const found = await page.findByRole('textbox', { name: nl.plan.story })
    return (found as HTMLElement & { editor: Editor }).editor
  }
  ;(await editor()).commands.setContent('<p>Ik woon alleen.</p>')
  fireEvent.click(page.getByRole('button', { name: nl.story.authors.show }))
  fireEvent.click(page.getByRole('button', { name: nl.story.authors.back }))
  ;(await editor()).commands.deleteRange({ from: 0, to: 17 })
  expect(readStoryText(doc)).toBe('')
  addWish(doc, 'Rust in huis', createRandomness(5))
  const kept = parseStoredUndo(fake.undoOf(NOW), NOW)
  unmount()

  const again = createPlanDoc()
  protectDeleted(again, kept)
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  const later = createFakePlan({ doc: again, undo: kept })
  await renderApp(`/plan/${later.plan.id}/story`, { plan: later.plan })
  const opened = await editor()
  expect(opened.commands.undo()).toBe(true)
  expect(readStoryText(again)).toBe('Ik woon alleen.')
  expect(opened.getText()).toContain('Ik woon alleen.')
  opened.commands.undo()
  expect(readStoryText(again)).toBe('')
})
