/** One member of a plan. On my own row I choose my name; on another's, an owner sets the role. */
import { Show, createSignal } from 'solid-js'
import { toName, toNameWithin } from '#wording/names.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { Member } from '#ports/open-plan.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Dotted } from '#ui/dotted.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { useDrafts } from '#ui/draft.ts'
import { isSoleOwner } from '#reactive/owners.ts'
import { MemberNotes } from './member-notes.tsx'
import { NAME_FIELD, NameForm } from './name-form.tsx'
import { RemoveMember } from './remove-member.tsx'
import { keyOfThing } from '#domain/history/details.ts'
import { RoleForm } from './role-form.tsx'
import { StepDown } from './step-down.tsx'

/** `onRemoved`: with the name, because this row is gone then. */
export const MemberRow = (props: { member: Member; onRemoved: (name: string) => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const drafts = useDrafts()
  const [changing, setChanging] = createSignal(props.member.me && drafts.read(NAME_FIELD) !== null)
  /** Why I take no part any more: the list is as this device last heard of it. With a new card I still do. */
  const ended = () => {
    const how = props.member.me ? plan.ended()?.how : undefined
    return how === 'moved' ? undefined : how
  }
  const mayName = () => props.member.me && plan.role() !== 'reader' && ended() === undefined
  const mayRule = () => !props.member.me && plan.role() === 'owner'
  const isHere = () => props.member.here && !props.member.me
  const done = () => setChanging(false)
  return (
    <li class="pe-row" data-place={keyOfThing({ kind: 'person', id: props.member.person })}>
      <ReadAloudButton name={toName(copy(), props.member)} />
      <div class="pe-person">
        <Avatar name={props.member.name} colour={props.member.colour} here={props.member.here} />
        <div class="pe-words">
          <p class="pe-name">
            <bdi>{toName(copy(), props.member)}</bdi>
          </p>
          <p class="soft">
            <Show
              when={ended()}
              fallback={<Dotted texts={[copy().roles[props.member.role], ...(isHere() ? [copy().people.here] : [])]} />}
            >
              {(how) => copy().circle.endedChip[how()]}
            </Show>
          </p>
        </div>
      </div>
      <Show when={mayName() && !changing()}>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {copy().people.changeName}
        </Button>
      </Show>
      <Show when={mayRule() && !changing()}>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {copy().people.changeRoleOf(toNameWithin(copy(), props.member))}
        </Button>
        <Show when={!plan.practice}>
          <RemoveMember member={props.member} onRemoved={props.onRemoved} />
        </Show>
      </Show>
      <Show when={props.member.me && plan.role() === 'owner' && !isSoleOwner(plan)}>
        <StepDown />
      </Show>
      <Show when={!props.member.me && !plan.practice && !changing()}>
        <MemberNotes member={props.member} />
      </Show>
      <Show when={mayName() && changing()}>
        <NameForm me={props.member} onDone={done} />
      </Show>
      <Show when={mayRule() && changing()}>
        <RoleForm member={props.member} onDone={done} />
      </Show>
    </li>
  )
}
