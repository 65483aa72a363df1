/** The whole plan as one file that any browser shows, and that this app can import. */
import { toTitle } from '#wording/names.ts'
import { toFileName, toReadableFile } from '#domain/exchange/export.ts'
import { readPlanData } from '#domain/exchange/export-data.ts'
import { readPeople } from '#domain/plan/people.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTitles } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { usePlanParts } from './use-plan-parts.ts'

export const usePlanFile = (): { save: () => void } => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const platform = usePlatform()
  const readParts = usePlanParts()

  /** Includes people who gave a name and are no longer members: the plan has their words. */
  const readNames = () => {
    const names = new Map(readPeople(plan.doc, plan).map(({ person, name }) => [person, name]))
    for (const { person, name } of plan.members()) names.set(person, name)
    return [...names].map(([person, name]) => ({ person, name }))
  }
  return {
    save() {
      const title = toTitle(copy(), titles()[0])
      const savedAt = platform.now()
      const text = toReadableFile({
        title,
        language: copy().locale,
        direction: copy().direction,
        parts: readParts('all'),
        data: readPlanData(plan.doc, { savedAt, title: titles()[0] ?? '', people: readNames() }, plan),
        labels: {
          savedOn: copy().paper.savedOn(savedAt),
          empty: copy().paper.emptyStory,
          data: copy().paper.data,
        },
      })
      platform.saveFile({ name: toFileName(title, 'html'), type: 'text/html', text })
    },
  }
}
