/** The wheel's screen with one check-in, and what people do there. */
import { fireEvent, screen } from '@solidjs/testing-library'
import { readCheckIns, startCheckIn } from '#domain/wheel/check-ins.ts'
import { DEFAULT_PACK, loadPack } from '#packs/packs.ts'
import { nl } from '#copy/nl.ts'
import { createFakePlan, createRandomness, ME, NOW } from './fake-plan.ts'
import { renderApp } from './render-app.tsx'

export const NAMES = nl.wheel.topics
export const randomness = createRandomness(40)

export const openWheel = async (way = 'drawing', fake = createFakePlan()) => {
  await loadPack(DEFAULT_PACK, 'nl')
  if (readCheckIns(fake.doc).length === 0)
    startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'neutral' }, randomness)
  await renderApp(`/plan/${fake.plan.id}/wheel?way=${way}`, { plan: fake.plan })
  // The first test of a run loads the screen and its words.
  await screen.findByRole('heading', { level: 1, name: /wiel/i }, { timeout: 10_000 })
  return fake
}
export const slider = (name: string) => screen.getByRole('slider', { name })
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
export const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
