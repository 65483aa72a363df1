/** In a file of its own: ProseMirror complains once per page. */
import { expect, test, vi } from 'vitest'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { loadFixture, showStory } from '#testing/show-story.tsx'

test('a story opens with the cursor in its first paragraph, without a complaint of the editor', async () => {
  const complaint = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { selection } = showStory(await loadFixture()).editor().state
  expect(selection.$from.parent.inlineContent).toBe(true)
  expect(selection.from).toBe(1)
  showStory(createPlanDoc(1))
  expect(complaint).not.toHaveBeenCalled()
  complaint.mockRestore()
})
