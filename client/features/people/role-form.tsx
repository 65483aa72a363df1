/** Another member's role in this plan; an owner sets it. */
import { Show, createSignal } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { Member } from '#ports/open-plan.ts'
import type { Role } from '#shared/chain/roles.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

/** Most rights first. */
const ROLES: readonly Role[] = ['owner', 'editor', 'reader']

export const RoleForm = (props: { member: Member; onDone: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [role, setRole] = createSignal<Role>(props.member.role)
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const choices = () => ROLES.map((value) => ({ value, title: copy().roles[value], text: copy().people.rights[value] }))
  const save = async () => {
    setBusy(true)
    await whenConnected(plan)
    const { ok } = await plan.setRole(props.member.person, role())
    setBusy(false)
    setFailed(!ok)
    if (ok) props.onDone()
  }
  return (
    <div class="pe-form">
      <Form onSubmit={() => void save()}>
        <RadioCards
          legend={copy().people.whichRole(toNameWithin(copy(), props.member))}
          value={role()}
          choices={choices()}
          onChoose={setRole}
        />
        <Show when={failed()}>
          <Banner urgent title={copy().people.roleFailed} />
        </Show>
        <div class="pe-ways">
          <Button type="submit" busy={busy()}>
            {copy().people.saveRole}
          </Button>
          <Button look="quiet" onClick={() => props.onDone()}>
            {copy().people.leaveRole}
          </Button>
        </div>
      </Form>
    </div>
  )
}
