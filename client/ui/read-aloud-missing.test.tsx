/** The part that reads aloud cannot be fetched, such as that of an earlier version without a connection. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakeVoices } from '#testing/fake-voices.ts'
import { renderApp } from '#testing/render-app.tsx'

const missing = vi.hoisted(() => ({ blocks: true, sentences: true }))
const fetchedBut = async (isMissing: boolean, original: () => Promise<object>): Promise<object> => {
  if (isMissing) throw new Error('There is no such file any more.')
  return original()
}
vi.mock('./spoken-blocks.ts', (original) => fetchedBut(missing.blocks, original))
vi.mock('#reactive/to-sentences.ts', (original) => fetchedBut(missing.sentences, original))

test('the screen says so, nothing seems to be read, and the next press tries again', async () => {
  const fake = createFakeVoices()
  await renderApp('/about', {}, { platform: { speech: fake.voices } })
  const button = await page.findByRole('button', { name: nl.readAloud.start })
  for (const part of ['blocks', 'sentences'] as const) {
    fireEvent.click(button)
    expect(await page.findByText(nl.readAloud.notFetched)).toBeTruthy()
    expect(button.getAttribute('aria-label')).toBe(nl.readAloud.start)
    missing[part] = false
  }
  fireEvent.click(button)
  await waitFor(() => expect(fake.said).toHaveLength(1))
  expect(page.queryByText(nl.readAloud.notFetched)).toBeNull()
})
