/** What was typed and not saved in one plan, or outside every plan, as fields keep it (client/ui/draft.ts). */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { useFirstCopy } from './use-language.ts'
import { useDevice } from './use-device.ts'

export const useDraftsOf = (plan: WorkspaceId | null) => {
  const copy = useFirstCopy()
  const { drafts } = useDevice()
  return {
    words: () => copy().field,
    isRefused: (field: string) => drafts.isRefused(plan, field),
    list: () => drafts.list(plan),
    read: (field: string) => drafts.read(plan, field),
    keep: (field: string, text: string | null) => drafts.keep(plan, field, text),
  }
}
