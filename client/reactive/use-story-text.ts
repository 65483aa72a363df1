/** The story of the open plan as plain text, read again only when the story has changed. */
import { createMemo, type Accessor } from 'solid-js'
import { readStoryText } from '#domain/story/story-text.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'

export const useStoryText = (): Accessor<string> => {
  const { doc } = useOpenPlan()
  const version = usePlanState(({ story }) => story)
  return createMemo(() => {
    version()
    return readStoryText(doc)
  })
}
