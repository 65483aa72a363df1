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
import { Fold } from '#ui/fold.tsx'
import { KeptLine } from '#ui/kept-line.tsx'
import { SortableList } from '#ui/sortable.tsx'

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

const Rename = (props: { section: Section }) => {
  const copy = usePlanCopy()
  const partNames = usePartNames()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  return (
    <div class="ov-name">
      <KeptLine
        label={copy().overview.arrange.name(partNames()[props.section.id])}
        aside={copy().general.notNeeded}
        field={`section/${props.section.id}`}
        limit={SECTION_TITLE_LIMIT}
        values={[props.section.title]}
        mayKeep={plan.role() !== 'reader'}
        onSave={(title) => setSectionTitle(plan.doc, props.section.id, title, randomness)}
      />
    </div>
  )
}
