/** Pages of one device, over the real Web Locks and channels of this process. */
import { expect, test, vi } from 'vitest'
import { createPages } from './pages.ts'

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
/** Its waits are over at once. */
const impatient = (_ms: number, run: () => void) => after(0, run)

test('a page is alone once the others have gone, and others wait until it is ready', async () => {
  const steps: string[] = []
  const [mine, other] = [createPages({ after }, () => {}), createPages({ after }, () => {})]
  await mine.enter()
  await other.enter()
  const alone = mine.alone(async () => {
    steps.push('alone')
    void late.enter().then(() => steps.push('late'))
    await new Promise(setImmediate)
    steps.push('ready')
  })
  const late = createPages({ after }, () => {})
  other.leave()
  expect(await alone).toBe(true)
  await vi.waitFor(() => expect(steps).toEqual(['alone', 'ready', 'late']))
  for (const page of [mine, late]) page.leave()
})

test('a page that starts while another waits to be alone comes after it', async () => {
  const steps: string[] = []
  const [mine, other, late] = [
    createPages({ after }, () => {}),
    createPages({ after }, () => {}),
    createPages({ after }, () => {}),
  ]
  await mine.enter()
  await other.enter()
  const alone = mine.alone(async () => void steps.push('alone'))
  const started = late.enter().then(() => void steps.push('late'))
  other.leave()
  await Promise.all([alone, started])
  expect(steps).toEqual(['alone', 'late'])
  for (const page of [mine, late]) page.leave()
})

test('a page that does not go is not waited for for ever, and nothing is done beside it', async () => {
  const [mine, frozen] = [createPages({ after: impatient }, () => {}), createPages({ after }, () => {})]
  await mine.enter()
  await frozen.enter()
  const run = vi.fn<() => Promise<void>>()
  expect(await mine.alone(run)).toBe(false)
  expect(run).not.toHaveBeenCalled()
  for (const page of [mine, frozen]) page.leave()
})

test('all other pages are told', async () => {
  const told = vi.fn<() => void>()
  const mine = createPages({ after }, () => {
    throw new Error('Nobody tells themself.')
  })
  createPages({ after }, told)
  mine.tell()
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  mine.leave()
})

test('a page that has left is not told, and others are alone without it', async () => {
  const [told, heard] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const [mine, left, third] = [
    createPages({ after }, () => {}),
    createPages({ after }, told),
    createPages({ after }, heard),
  ]
  await mine.enter()
  await left.enter()
  left.leave()
  mine.tell()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
  expect(told).not.toHaveBeenCalled()
  expect(await mine.alone(async () => {})).toBe(true)
  for (const page of [mine, third]) page.leave()
})
