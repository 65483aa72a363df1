/**
 * Buttons, and links that look like one. One `main` per screen; `careful` for what is hard to undo. While a form has words that
 * are not saved yet, the one that saves them is the main one, and no other is.
 */
import { Show, splitProps, type ComponentProps, type ParentProps, useContext } from 'solid-js'
import { type Fields, FieldsContext } from './fields.ts'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

type Look = 'main' | 'second' | 'quiet' | 'careful'
type Shared = ParentProps<{ look?: Look; icon?: IconName | undefined; wide?: boolean }>

const lookOf = (look: Look = 'second', fields: Fields | undefined, submits: boolean): Look => {
  if (!fields?.isUnsaved()) return look
  if (fields.of === 'screen' && look === 'main') return 'second'
  return submits && look === 'second' ? 'main' : look
}
const classes = (props: Shared, fields: Fields | undefined, submits = false) => ({
  [`bt-${lookOf(props.look, fields, submits)}`]: true,
  'bt-wide': props.wide ?? false,
})

/** Whatever leads on has its arrow after the word, in the direction in which it leads; every other sign comes first. */
const Inside = (props: ParentProps<{ icon: IconName | undefined }>) => (
  <>
    <Show when={props.icon !== 'next' && props.icon}>{(name) => <Icon name={name()} />}</Show>
    <span class="bt-text">{props.children}</span>
    <Show when={props.icon === 'next'}>
      <Icon name="next" />
    </Show>
  </>
)

/** `busy` keeps the button in place and reachable by screen readers, and ignores further taps. */
export const Button = (props: Shared & { busy?: boolean } & Omit<ComponentProps<'button'>, 'style' | 'classList'>) => {
  const [own, rest] = splitProps(props, ['look', 'icon', 'wide', 'busy', 'children', 'onClick', 'type'])
  const fields = useContext(FieldsContext)
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class="bt"
      classList={classes(own, fields, own.type === 'submit')}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else if (typeof own.onClick === 'function') own.onClick(event)
      }}
    >
      <Inside icon={own.icon}>{own.children}</Inside>
    </button>
  )
}

export const LinkButton = (props: Shared & { href: string } & Omit<ComponentProps<'a'>, 'style' | 'classList'>) => {
  const [own, rest] = splitProps(props, ['look', 'icon', 'wide', 'children'])
  const fields = useContext(FieldsContext)
  return (
    <a {...rest} class="bt" classList={classes(own, fields)}>
      <Inside icon={own.icon}>{own.children}</Inside>
    </a>
  )
}
