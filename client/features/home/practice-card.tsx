/** The entry to the practice plan: beside the real ones, and clearly not one of them. */
import { paths, toHref } from '#reactive/paths.ts'
import { PRACTICE_IDS } from '#domain/plan/practice-id.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { Icon } from '#ui/icon.tsx'

export const PracticeCard = () => {
  const copy = useFirstCopy()
  return (
    <div class="hm-plan hm-practice">
      <h2>
        <a class="hm-link" href={toHref(paths.plan(PRACTICE_IDS.resident))}>
          {copy().worker.practice.title}
        </a>
      </h2>
      <p class="soft">{copy().worker.practice.card}</p>
      <Icon name="next" />
    </div>
  )
}
