/** Copies one conversation as plain text, for the record that a worker keeps elsewhere. */
import { toPlanWords } from '#wording/plan-words.ts'
import type { Conversation } from '#domain/conversations/conversations.ts'
import { readReport } from '#domain/exchange/plan-text-conversations.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'
import { CopyButton } from '#ui/copy-button.tsx'

export const CopyReport = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const whose = useWhosePlan()
  const title = usePlanTitle()
  const report = (): string => {
    const words = toPlanWords(copy(), plan.members(), plan, whose())
    const when = copy().paper.savedOn(platform.now())
    return readReport(plan.doc, words, props.conversation.id, title(), when) ?? ''
  }
  return (
    <CopyButton
      wide
      look="main"
      label={copy().conversations.copyReport}
      doneLabel={copy().general.copied}
      failedLabel={copy().general.copyFailed}
      onCopy={() => platform.copyText(report())}
    />
  )
}
