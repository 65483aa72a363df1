/** Hide, rename and reorder the parts of this plan. What each part holds stays as it is. */
import { createSignal } from 'solid-js'
import { moveSection, SECTION_TITLE_LIMIT, type Section, setSectionHidden, setSectionTitle } from '#domain/sections.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSectionName, useSections } from '#reactive/use-sections.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { TextField } from '#ui/text-field.tsx'

export const Arrange = (props: { onDone: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = useSurroundings()
  const sections = useSections()
  const nameOf = useSectionName()
  const [said, setSaid] = createSignal('')

  const move = (section: Section, by: -1 | 1, button: HTMLElement): void => {
    const place = sections().findIndex(({ id }) => id === section.id)
    const [before, after] = [sections()[place - 2], sections()[place + 1]]
    if (place + by < 0 || place + by >= sections().length) return
    moveSection(plan.doc, section.id, (by < 0 ? before : after)?.id ?? null, randomness)
    setSaid(copy().overview.arrange.place(nameOf(section), place + by + 1, sections().length))
    button.focus() // what moves in the page loses it
  }

  return (
    <>
      <ul class="ov-arrange">
        <ForId each={sections()} by={(section) => section.id}>
          {(section) => (
            <li class="ov-row">
              <Card title={nameOf(section())}>
                <CheckBox
                  label={copy().overview.arrange.show}
                  checked={!section().hidden}
                  onChange={(shown) => setSectionHidden(plan.doc, section().id, !shown, randomness)}
                />
                <div class="ov-moves">
                  <Button
                    look="quiet"
                    icon="up"
                    aria-label={copy().overview.arrange.upOf(nameOf(section()))}
                    busy={sections()[0]?.id === section().id}
                    onClick={(event) => move(section(), -1, event.currentTarget)}
                  >
                    {copy().overview.arrange.up}
                  </Button>
                  <Button
                    look="quiet"
                    icon="down"
                    aria-label={copy().overview.arrange.downOf(nameOf(section()))}
                    busy={sections().at(-1)?.id === section().id}
                    onClick={(event) => move(section(), 1, event.currentTarget)}
                  >
                    {copy().overview.arrange.down}
                  </Button>
                </div>
                <Fold title={copy().overview.arrange.rename}>
                  <Rename section={section()} />
                </Fold>
              </Card>
            </li>
          )}
        </ForId>
      </ul>
      <p class="only-heard" role="status">
        {said()}
      </p>
      <Button look="main" wide onClick={() => props.onDone()}>
        {copy().overview.arrange.done}
      </Button>
    </>
  )
}

/** Kept when one leaves the field: a name half typed is nobody else's business. */
const Rename = (props: { section: Section }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = useSurroundings()
  const [typed, setTyped] = createSignal<string | null>(null)
  const keep = (): void => {
    const title = typed()
    if (title !== null) setSectionTitle(plan.doc, props.section.id, title, randomness)
    setTyped(null)
  }
  return (
    <div class="ov-name" onFocusOut={keep}>
      <TextField
        label={copy().overview.arrange.name(copy().plan[props.section.id])}
        value={typed() ?? props.section.title}
        maxLength={SECTION_TITLE_LIMIT}
        aside={copy().general.notNeeded}
        onInput={setTyped}
      />
    </div>
  )
}
