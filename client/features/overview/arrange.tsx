/** Hides, renames and reorders the parts of this plan. Their content stays the same. */
import {
  moveSection,
  SECTION_TITLE_LIMIT,
  type Section,
  type SectionName,
  setSectionHidden,
  setSectionTitle,
} from '#domain/plan/sections.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePartNames, useSectionName, useSections } from '#reactive/use-sections.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { SortableList } from '#ui/sortable.tsx'
import { TextField } from '#ui/text-field.tsx'

export const Arrange = (props: { onDone: () => void }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const sections = useSections()
  const nameOf = useSectionName()

  return (
    <>
      <SortableList
        always
        each={sections()}
        name={nameOf}
        words={copy().goals.move}
        onMove={(id, after) => moveSection(plan.doc, id as SectionName, after as SectionName | null, randomness)}
      >
        {(section, move) => (
          <Card title={nameOf(section())}>
            <CheckBox
              label={copy().overview.arrange.show}
              checked={!section().hidden}
              onChange={(shown) => setSectionHidden(plan.doc, section().id, !shown, randomness)}
            />
            {move()}
            <Fold title={copy().overview.arrange.rename}>
              <Rename section={section()} />
            </Fold>
          </Card>
        )}
      </SortableList>
      <Button look="main" wide onClick={() => props.onDone()}>
        {copy().overview.arrange.done}
      </Button>
    </>
  )
}

/** Saved on leaving the field, so that peers do not see a half-typed name. */
const Rename = (props: { section: Section }) => {
  const copy = usePlanCopy()
  const partNames = usePartNames()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const title = createDraft(() => `section/${props.section.id}`, {
    limit: SECTION_TITLE_LIMIT,
    saved: () => props.section.title,
  })
  const keep = (): void => {
    if (title.text().length > SECTION_TITLE_LIMIT) return
    if (title.isUnsaved()) setSectionTitle(plan.doc, props.section.id, title.text(), randomness)
    title.clear()
  }
  return (
    <div class="ov-name" onFocusOut={keep}>
      <TextField
        label={copy().overview.arrange.name(partNames()[props.section.id])}
        draft={title}
        aside={copy().general.notNeeded}
      />
    </div>
  )
}
