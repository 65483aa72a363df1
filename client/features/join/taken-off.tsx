/** The used link of a plan that was taken off this device: it comes back only for somebody who asks for it. */
import { useNavigate } from '@solidjs/router'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const TakenOff = (props: { workspace: WorkspaceId }) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const navigate = useNavigate()
  const bringBack = async (): Promise<void> => {
    await device.bringBack(props.workspace)
    navigate(paths.plan(props.workspace), { replace: true })
  }
  return (
    <>
      <Card title={copy().takenOff.title}>
        <p>{copy().takenOff.text}</p>
      </Card>
      <LinkButton look="main" wide href={toHref(paths.home)}>
        {copy().opening.toHome}
      </LinkButton>
      <Button wide onClick={() => void bringBack()}>
        {copy().takenOff.go}
      </Button>
    </>
  )
}
