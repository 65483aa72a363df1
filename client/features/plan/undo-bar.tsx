/**
 * Undo and redo of what I did in this session, by buttons and by the usual keys. The story has its own history, and so has
 * an unsaved line.
 */
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { paths } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { type Undoable, usePlanUndo } from '#reactive/use-undo.ts'
import { Button } from '#ui/button.tsx'
import './undo-bar.css'

type Which = 'undo' | 'redo'

export const UndoBar = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const planUndo = usePlanUndo(plan.doc)
  const [said, setSaid] = createSignal('')
  const mayWrite = () => plan.role() !== 'reader'
  const location = useLocation()
  /** Hidden where it would change nothing visible: the story has its own history, an invitation has none. */
  const isElsewhere = () => [paths.story(plan.id), paths.invite(plan.id)].includes(location.pathname)
  const ready = (which: Which): Undoable => (which === 'undo' ? planUndo.undoable() : planUndo.redoable())
  /** A thing created some time ago may be of a kind that this version has no word for. */
  const named = (action: string, what: Undoable): string => {
    const kinds: Partial<Record<string, string>> = copy().undo.kinds
    return copy().undo.of(action, kinds[what?.kind ?? ''] ?? '')
  }
  const go = (which: Which): void => {
    if (ready(which) === null || !mayWrite()) return
    const what = planUndo[which]()
    setSaid('') // a repeated sentence is announced again
    if (what !== null)
      queueMicrotask(() => setSaid(named(which === 'undo' ? copy().undo.undone : copy().undo.redone, what)))
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
      <Show when={mayWrite() && !isElsewhere() && (planUndo.undoable() !== null || planUndo.redoable() !== null)}>
        <section class="ub no-print" aria-label={copy().undo.title}>
          <Show when={planUndo.undoable()}>
            {(what) => (
              <Button look="quiet" icon="undo" onClick={() => go('undo')}>
                {named(copy().undo.undo, what())}
              </Button>
            )}
          </Show>
          <Show when={planUndo.redoable()}>
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
