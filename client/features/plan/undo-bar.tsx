/**
 * Undo and redo of what I did on this device in the last hour, by buttons and by the usual keys. What I did on another screen
 * is undone there: the keys lead to it first, and the bar is there. The story has its own history, and so has an unsaved line.
 */
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useLocation, useNavigate } from '@solidjs/router'
import { pathOfScreen, paths, screenOf } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { type Undoable, usePlanUndo } from '#reactive/use-undo.ts'
import { Button } from '#ui/button.tsx'
import './undo-bar.css'

type Which = 'undo' | 'redo'

export const UndoBar = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const planUndo = usePlanUndo()
  const navigate = useNavigate()
  const [said, setSaid] = createSignal('')
  const mayWrite = () => plan.role() !== 'reader'
  const location = useLocation()
  const isStory = () => location.pathname === paths.story(plan.id)
  const ready = (which: Which): Undoable => (which === 'undo' ? planUndo.undoable() : planUndo.redoable())
  /** Of its own, because what begins to read the location while the next screen still loads does not hear of its arrival (Solid 1.9). */
  const [here, setHere] = createSignal(screenOf(plan.id, location.pathname))
  createEffect(() => setHere(screenOf(plan.id, location.pathname)))
  const isHere = (what: Undoable): boolean => what?.screen === here()
  const readyHere = (which: Which): Undoable => (isHere(ready(which)) ? ready(which) : null)
  /** A thing created some time ago may be of a kind that this version has no word for. */
  const named = (action: string, what: Undoable): string => {
    const kinds: Partial<Record<string, string>> = copy().undo.kinds
    return copy().undo.of(action, kinds[what?.kind ?? ''] ?? '')
  }
  const say = (sentence: string): void => {
    setSaid('') // a repeated sentence is announced again
    queueMicrotask(() => setSaid(sentence))
  }
  const go = (which: Which): void => {
    const next = ready(which)
    if (next === null || !mayWrite() || isStory()) return
    if (!isHere(next)) {
      navigate(pathOfScreen(plan.id, next.screen))
      return say(copy().undo.led(named(copy().undo.last, next)))
    }
    const what = planUndo[which]()
    if (what !== null) say(named(which === 'undo' ? copy().undo.undone : copy().undo.redone, what))
  }

  onMount(() => {
    const onKey = (event: KeyboardEvent): void => {
      const which = toWhich(event)
      if (which === null || event.defaultPrevented || hasItsOwn(event.target)) return
      event.preventDefault()
      go(which)
    }
    /** From a menu, or by shaking a phone. */
    const onHistory = (event: InputEvent): void => {
      if (!event.inputType.startsWith('history') || hasItsOwn(event.target)) return
      event.preventDefault()
      go(event.inputType === 'historyUndo' ? 'undo' : 'redo')
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('beforeinput', onHistory)
    onCleanup(() => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('beforeinput', onHistory)
    })
  })

  return (
    <>
      <Show when={mayWrite() && !isStory() && (readyHere('undo') ?? readyHere('redo'))}>
        <section class="ub no-print" data-repeats="" aria-label={copy().undo.title}>
          <Show when={readyHere('undo')}>
            {(what) => (
              <Button look="quiet" icon="undo" onClick={() => go('undo')}>
                {named(copy().undo.undo, what())}
              </Button>
            )}
          </Show>
          <Show when={readyHere('redo')}>
            {(what) => (
              <Button look="quiet" icon="redo" onClick={() => go('redo')}>
                {named(copy().undo.redo, what())}
              </Button>
            )}
          </Show>
        </section>
      </Show>
      <p class="only-heard" role="status">
        {said()}
      </p>
    </>
  )
}

/** Ctrl or Cmd with Z; with Shift, or Ctrl with Y, redo. By the letter, wherever its key is on the layout. */
const toWhich = (event: KeyboardEvent): Which | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

/**
 * The story, and fields that are not saved in the plan yet. A shared text (`data-shared`, shared-text.tsx) belongs to the
 * plan.
 */
const hasItsOwn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.closest('.story-text, [contenteditable="true"]') !== null ||
    (target.matches('input[type="text"], input:not([type]), textarea') && !target.matches('[data-shared]')))
