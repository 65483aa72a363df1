/** Everything of this plan as one file that any browser shows. */
import { toTitle } from '#copy/names.ts'
import { toFileName, toReadableFile } from '#domain/export.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan, useTitles } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'

export const usePlanFile = (): { save: () => void } => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const surroundings = useSurroundings()
  return {
    save: () => {
      const title = toTitle(copy(), titles()[0])
      const text = toReadableFile(plan.doc, {
        title,
        language: copy().locale,
        direction: copy().direction,
        // Without "you": whoever reads the file is somebody else.
        people: plan
          .members()
          .map((member) => `${member.name || copy().general.nameless}: ${copy().roles[member.role]}`),
        labels: {
          savedOn: copy().paper.savedOn(surroundings.now()),
          people: copy().paper.people,
          story: copy().plan.story,
          emptyStory: copy().paper.emptyStory,
          data: copy().paper.data,
        },
      })
      surroundings.saveFile({ name: toFileName(title, 'html'), type: 'text/html', text })
    },
  }
}
