/** Wishes, in the words of the person who wrote each down. */
import { createSignal, type JSX, Show } from 'solid-js'
import { setAside, showAgain } from '#domain/document/aside.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { moveAfter } from '#domain/document/order.ts'
import { addWish, type Wish } from '#domain/goals/wishes.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { createSome } from '#reactive/use-some.ts'
import { AddLine } from '#ui/add-line.tsx'
import { Button } from '#ui/button.tsx'
import { createHeldRow, HeldNotice, LeftRow } from '#ui/held-row.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { SortableList } from '#ui/sortable.tsx'
import { LINE_LIMIT } from './step-list.tsx'
import { useGoalQuestions } from './use-goal-questions.ts'
import { useGoalWords } from './use-goal-words.ts'

export const WishList = (props: { wishes: readonly Wish[]; onGoal: (wish: Wish) => void }) => {
  const { copy, plan, randomness, mayWrite } = useGoalWords()
  const asked = useGoalQuestions()
  const { isShown, isLeft, hold, leave } = createHeldRow()
  const wishes = () => props.wishes.filter(isShown)
  const some = createSome(wishes)
  return (
    <section class="go-part">
      <h2>{copy().goals.wishes}</h2>
      <Show when={wishes().length === 0}>
        <p class="soft">{copy().goals.noWishes}</p>
      </Show>
      <SortableList
        each={some.shown()}
        name={(wish) => wish.text || copy().goals.noWords}
        words={copy().goals.move}
        fixed={!mayWrite()}
        onMove={(id, after) => moveAfter(plan.doc, 'wish', id as EntityId, wishes(), after, randomness)}
      >
        {(wish, move) => (
          <WishRow
            wish={wish()}
            move={move}
            onGoal={() => props.onGoal(wish())}
            onHold={() => hold(wish())}
            left={isLeft(wish())}
            onAside={() => leave(wish())}
          />
        )}
      </SortableList>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
      <Show when={mayWrite()}>
        <AddLine
          add={copy().goals.addWish}
          field="wish/new"
          label={asked().wish}
          words={copy().goals}
          limit={LINE_LIMIT}
          onAdd={(text) => addWish(plan.doc, text, randomness)}
        />
      </Show>
    </section>
  )
}

const WishRow = (props: {
  wish: Wish
  move: () => JSX.Element
  onGoal: () => void
  onHold: () => void
  left: boolean
  onAside: () => void
}) => {
  const { copy, plan, randomness, mayWrite, now, heldText } = useGoalWords()
  const asked = useGoalQuestions()
  const [open, setOpen] = createSignal(false)
  let change!: HTMLButtonElement
  const text = () => props.wish.text || copy().goals.noWords
  const back = () => showAgain(plan.doc, 'wish', props.wish.id, randomness)
  return (
    <div class="cd go-card" data-place={`wish:${props.wish.id}`} onFocusIn={() => props.onHold()}>
      <LeftRow left={props.left} text={copy().goals.aside.gone(text())} back={copy().goals.aside.back} onBack={back}>
        <ReadAloudButton name={text()} />
        <p class="soft">{copy().goals.wish}</p>
        <h3 class="go-title" dir="auto" translate="no">
          {text()}
        </h3>
        <HeldNotice text={heldText(props.wish.aside)} back={copy().goals.aside.back} onBack={back} />
        <Show when={mayWrite()}>
          <Show when={open()}>
            <div class="go-fields">
              <SharedText doc={plan.doc} kind="wish" id={props.wish.id} field="text" label={asked().wish} lines={2} />
              <div class="go-actions">
                <Button
                  onClick={() => {
                    setOpen(false)
                    change.focus()
                  }}
                >
                  {copy().goals.ready}
                </Button>
                <Button
                  look="quiet"
                  icon="archive"
                  aria-label={copy().goals.aside.goOf(text())}
                  onClick={() => {
                    setOpen(false)
                    props.onAside()
                    setAside(plan.doc, 'wish', props.wish.id, now(), randomness)
                  }}
                >
                  {copy().goals.aside.go}
                </Button>
              </div>
            </div>
          </Show>
          <div class="go-quiet">
            <Button look="quiet" icon="plus" onClick={() => props.onGoal()}>
              {copy().goals.toGoal}
            </Button>
            <Button
              look="quiet"
              ref={change}
              icon="story"
              aria-label={copy().goals.changeOf(text())}
              aria-expanded={open()}
              onClick={() => setOpen(!open())}
            >
              {copy().goals.change}
            </Button>
          </div>
          {props.move()}
        </Show>
      </LeftRow>
    </div>
  )
}
