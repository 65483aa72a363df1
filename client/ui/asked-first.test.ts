import { expect, test } from 'vitest'
import { askedFirst } from './asked-first.ts'

test('stays open while it is under way, is done once, and says when it has failed', async () => {
  const answers: ((worked: boolean) => void)[] = []
  const act = askedFirst(() => new Promise((resolve) => answers.push(resolve)))
  act.ask()
  act.close()
  expect(act.isOpen()).toBe(false)
  act.ask()
  const going = [act.go(), act.go()]
  act.close()
  expect([act.isOpen(), act.isBusy(), answers.length]).toEqual([true, true, 1])
  answers[0]?.(false)
  await Promise.all(going)
  expect([act.isOpen(), act.isBusy(), act.hasFailed()]).toEqual([false, false, true])
  act.ask()
  expect([act.isOpen(), act.hasFailed()]).toEqual([true, false])
})

test('an error is a failure', async () => {
  const act = askedFirst(() => Promise.reject(new Error('The disk is gone.')))
  act.ask()
  await act.go()
  expect([act.isOpen(), act.hasFailed()]).toEqual([false, true])
})
