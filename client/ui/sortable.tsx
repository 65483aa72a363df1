/**
 * A list that people can reorder on request: by dragging a handle with a finger, a pen or a mouse, by its arrow keys, or by
 * two buttons. Moves are announced. Focus stays in a row when the row moves, even when a peer moved it.
 */
import { createComputed, createEffect, createSignal, Show, type Accessor, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { createDrag } from './drag.ts'
import { ForId } from './for-id.tsx'
import { Icon } from './icon.tsx'
import './sortable.css'

export type SortWords = {
  /** The button that starts reordering and ends it. */
  readonly order: string
  readonly ordered: string
  readonly handle: string
  readonly handleOf: (name: string) => string
  readonly up: string
  readonly upOf: (name: string) => string
  readonly down: string
  readonly downOf: (name: string) => string
  readonly moved: (name: string, place: number, count: number) => string
}

export type Sortable = { readonly id: string }

export const SortableList = <Row extends Sortable>(props: {
  each: readonly Row[]
  /** A row's name in announcements. */
  name: (row: Row) => string
  words: SortWords
  /** Not reorderable, or nothing to reorder. */
  fixed?: boolean
  /** The screen is for reordering. */
  always?: boolean
  /** Moves it after `after` (`null`: to the beginning). */
  onMove: (id: string, after: string | null) => void
  children: (row: Accessor<Row>, move: () => JSX.Element) => JSX.Element
}) => {
  const [said, setSaid] = createSignal('')
  const [sorting, setSorting] = createSignal(false)
  const movable = () => !props.fixed && props.each.length > 1
  let list!: HTMLUListElement
  const ids = () => props.each.map(({ id }) => id)
  keepFocus(
    () => ids().join(' '),
    () => list,
  )

  const moveTo = (row: Row, place: number): void => {
    const others = ids().filter((id) => id !== row.id)
    if (place < 0 || place > others.length || ids().indexOf(row.id) === place) return
    props.onMove(row.id, others[place - 1] ?? null)
    setSaid(props.words.moved(props.name(row), place + 1, ids().length))
  }

  return (
    <>
      <ul class="so" ref={list}>
        <ForId each={props.each} by={(row) => row.id}>
          {(row) => {
            const place = () => ids().indexOf(row().id)
            return (
              <li class="so-row">
                {props.children(row, () => (
                  <Show when={(props.always || sorting()) && movable()}>
                    <Mover
                      name={props.name(row())}
                      words={props.words}
                      first={place() === 0}
                      last={place() === props.each.length - 1}
                      list={() => list}
                      onStep={(by) => {
                        moveTo(row(), place() + by)
                        queueMicrotask(() => document.activeElement?.scrollIntoView({ block: 'nearest' })) // keep the moved row in view
                      }}
                      onDrop={(to) => moveTo(row(), to)}
                    />
                  </Show>
                ))}
              </li>
            )
          }}
        </ForId>
      </ul>
      <Show when={movable() && !props.always}>
        <Button look="quiet" icon="move" aria-pressed={sorting()} onClick={() => setSorting(!sorting())}>
          {sorting() ? props.words.ordered : props.words.order}
        </Button>
      </Show>
      <p class="only-heard" role="status">
        {said()}
      </p>
    </>
  )
}

const Mover = (props: {
  name: string
  words: SortWords
  first: boolean
  last: boolean
  list: () => HTMLUListElement
  onStep: (by: 1 | -1) => void
  onDrop: (place: number) => void
}) => {
  const drag = createDrag(
    () => props.list(),
    (place) => props.onDrop(place),
  )
  const step = (by: 1 | -1): void => {
    if (!(by < 0 ? props.first : props.last)) props.onStep(by)
  }
  return (
    <div class="so-mover">
      <button
        type="button"
        class="bt bt-second so-handle"
        aria-label={props.words.handleOf(props.name)}
        onPointerDown={(event) => drag(event)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <Icon name="move" />
        <span class="bt-text">{props.words.handle}</span>
      </button>
      <Button aria-disabled={props.first} aria-label={props.words.upOf(props.name)} onClick={() => step(-1)}>
        {props.words.up}
      </Button>
      <Button aria-disabled={props.last} aria-label={props.words.downOf(props.name)} onClick={() => step(1)}>
        {props.words.down}
      </Button>
    </div>
  )
}

/** Moving a row in the DOM removes its focus; this restores it, with the caret where it was. */
const keepFocus = (order: () => string, list: () => HTMLElement): void => {
  let inside: HTMLElement | null = null
  let before = order()
  createComputed(() => {
    if (order() === before) return
    before = order()
    const { activeElement } = document
    inside = activeElement instanceof HTMLElement && list().contains(activeElement) ? activeElement : null
  })
  createEffect(() => {
    order()
    if (inside !== null && inside.isConnected && document.activeElement !== inside)
      inside.focus({ preventScroll: true })
    inside = null
  })
}
