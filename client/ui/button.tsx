/** Buttons, and links that look like one. One `main` per screen; `careful` for what is hard to undo. */
import { Show, splitProps, type ComponentProps, type ParentProps } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

type Look = 'main' | 'second' | 'quiet' | 'careful'
type Shared = ParentProps<{ look?: Look; icon?: IconName | undefined; wide?: boolean }>

const classes = (props: Shared) => ({
  [`bt-${props.look ?? 'second'}`]: true,
  'bt-wide': props.wide ?? false,
})

/** `busy` keeps the button in place and reachable by screen readers, and ignores further taps. */
export const Button = (props: Shared & { busy?: boolean } & Omit<ComponentProps<'button'>, 'style' | 'classList'>) => {
  const [own, rest] = splitProps(props, ['look', 'icon', 'wide', 'busy', 'children', 'onClick', 'type'])
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class="bt"
      classList={classes(own)}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else if (typeof own.onClick === 'function') own.onClick(event)
      }}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      <span class="bt-text">{own.children}</span>
    </button>
  )
}

export const LinkButton = (props: Shared & { href: string } & Omit<ComponentProps<'a'>, 'style' | 'classList'>) => {
  const [own, rest] = splitProps(props, ['look', 'icon', 'wide', 'children'])
  return (
    <a {...rest} class="bt" classList={classes(own)}>
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      <span class="bt-text">{own.children}</span>
    </a>
  )
}
