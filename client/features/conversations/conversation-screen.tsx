/** Being built. */
import { useCopy } from '#reactive/use-copy.ts'
import { Screen } from '#ui/screen.tsx'

export const ConversationScreen = () => {
  const copy = useCopy()
  return <Screen title={copy().plan.conversations} />
}
