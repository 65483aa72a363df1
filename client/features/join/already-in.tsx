/** A link for somebody who takes part already, such as the one that they have just made themself: it stays unused. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const AlreadyIn = (props: { workspace: WorkspaceId; mine: boolean }) => {
  const copy = usePlanCopy()
  const words = () => copy().join.already
  return (
    <>
      <Card title={words().title}>
        <p>{props.mine ? words().mine : words().other}</p>
      </Card>
      <LinkButton look="main" wide href={toHref(paths.plan(props.workspace))}>
        {words().go}
      </LinkButton>
    </>
  )
}
