/** Copies a text and confirms it in place; its words are passed in. */
import { createSignal, onCleanup } from 'solid-js'
import { Button } from './button.tsx'

const SAID_FOR_MS = 4_000 // long enough to read three words twice

export const CopyButton = (props: {
  label: string
  doneLabel: string
  failedLabel: string
  /** `false` when the browser refused. */
  onCopy: () => Promise<boolean>
  look?: 'main' | 'second' | 'quiet'
  wide?: boolean
}) => {
  const [state, setState] = createSignal<'ready' | 'done' | 'failed'>('ready')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const copy = async () => {
    setState((await props.onCopy()) ? 'done' : 'failed')
    clearTimeout(timer)
    timer = setTimeout(() => setState('ready'), SAID_FOR_MS)
  }
  const words = () => ({ ready: props.label, done: props.doneLabel, failed: props.failedLabel })[state()]
  return (
    <Button
      look={props.look ?? 'second'}
      wide={props.wide ?? false}
      icon={state() === 'done' ? 'check' : 'copy'}
      onClick={copy}
    >
      <span aria-live="polite">{words()}</span>
    </Button>
  )
}
